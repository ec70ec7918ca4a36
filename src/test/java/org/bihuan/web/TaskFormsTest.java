package org.bihuan.web;

import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.engine.Cases;
import org.bihuan.evidence.Evidence;
import org.bihuan.organisation.Organisation;
import org.bihuan.rectification.application.RegistrationDesk;
import org.bihuan.security.Credentials;
import org.bihuan.shared.CountyTime;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of Tasklist's forms share: the county, and somebody who opens forms. */
@CountyTest
abstract class TaskFormsTest {
    @LocalServerPort
    int port;

    @Autowired
    County county;

    TaskFormsDriver forms;

    @BeforeEach
    void opensForms(
            @Autowired Credentials credentials,
            @Autowired Cases cases,
            @Autowired RegistrationDesk registrations,
            @Autowired Evidence evidence,
            @Autowired Organisation organisation,
            @Autowired CountyTime time,
            @Autowired TransactionTemplate transaction) {
        forms = new TaskFormsDriver(port, credentials, cases, registrations, evidence, organisation, time, transaction);
    }
}
