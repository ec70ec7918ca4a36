package org.bihuan;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Every test method begins at the same moment, whatever the one before it did to the clock. */
public class ClockReset implements TestExecutionListener {
    @Override
    public void beforeTestClass(TestContext test) {
        TestClock.ofThisJvm().reset();
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        TestClock.ofThisJvm().reset();
    }
}
