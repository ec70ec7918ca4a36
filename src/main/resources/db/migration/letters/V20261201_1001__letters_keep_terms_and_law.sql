-- What an officer may change about letters without a release (docs/operations): until when an answer is wanted, and the law.
create table letter_term (
    kind        varchar(12)  not null constraint pk_letter_term primary key,
    answer_days smallint     not null constraint ck_letter_term_answer_days check (answer_days between 1 and 60), -- working days
    source      varchar(100) not null
);
insert into letter_term (kind, answer_days, source) values
    ('SUPERVISION', 5, '5.2 默认'),
    ('WARNING', 5, '5.2 默认，比照督办函（待确认）'),
    ('INTERVIEW', 10, '5.2 默认，自约谈之日起');

-- Articles that a kind of letter cites, each as long as it is in force; an article is never deleted, it ends (domain 3).
create table letter_basis (
    kind       varchar(12)  not null,
    place      smallint     not null, -- the order in which they are cited
    law        varchar(100) not null,
    article    varchar(40)  not null,
    valid_from date         not null,
    valid_to   date         constraint ck_letter_basis_ends_after_its_start check (valid_to >= valid_from), -- last day; none: open
    constraint pk_letter_basis primary key (kind, place, valid_from)
);
insert into letter_basis (kind, place, law, article, valid_from) values
    ('ADVISORY', 1, '《中华人民共和国安全生产法》', '第二十一条第五项', '2021-09-01'),
    ('ADVISORY', 2, '《中华人民共和国安全生产法》', '第四十一条', '2021-09-01'),
    ('SUPERVISION', 1, '《中华人民共和国安全生产法》', '第二十一条第五项', '2021-09-01'),
    ('SUPERVISION', 2, '《中华人民共和国安全生产法》', '第四十一条', '2021-09-01'),
    ('WARNING', 1, '《中华人民共和国安全生产法》', '第二十一条第五项', '2021-09-01'),
    ('WARNING', 2, '《中华人民共和国安全生产法》', '第四十一条', '2021-09-01'),
    ('WARNING', 3, '《中华人民共和国安全生产法》', '第一百零二条', '2021-09-01'),
    ('INTERVIEW', 1, '《中华人民共和国安全生产法》', '第四条', '2021-09-01'),
    ('INTERVIEW', 2, '《中华人民共和国安全生产法》', '第二十一条第五项', '2021-09-01'),
    ('INTERVIEW', 3, '《中华人民共和国安全生产法》', '第四十一条', '2021-09-01'),
    ('CIRCULAR', 1, '《中华人民共和国安全生产法》', '第九条', '2021-09-01'),
    ('CIRCULAR', 2, '《中华人民共和国安全生产法》', '第十条', '2021-09-01'),
    ('CIRCULAR', 3, '《中华人民共和国安全生产法》', '第四十一条', '2021-09-01'),
    ('HANDOVER', 1, '《中华人民共和国安全生产法》', '第四十一条', '2021-09-01'),
    ('HANDOVER', 2, '《中华人民共和国安全生产法》', '第六十五条', '2021-09-01'),
    ('HANDOVER', 3, '《中华人民共和国安全生产法》', '第一百零二条', '2021-09-01');

-- What other rooms may read of letters: the drafts that wait for somebody.
create view v_waiting_letter as select id, kind, drafted_on from letter where state = 'DRAFT';
