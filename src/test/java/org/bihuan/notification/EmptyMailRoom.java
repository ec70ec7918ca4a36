package org.bihuan.notification;

import org.bihuan.Mailbox;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Every test of the mail room begins with an empty mailbox, an empty outbox and an empty ledger. */
class EmptyMailRoom implements TestExecutionListener {
    @Override
    public void beforeTestMethod(TestContext test) {
        Mailbox.ofThisJvm().clear();
        test.getApplicationContext().getBean(Ledger.class).empty();
    }
}
