package org.bihuan;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockView;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.deadline.application.Sweeper;
import org.bihuan.engine.Cases;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.DueDates;
import org.bihuan.hazard.Finding;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.hazard.Particulars;
import org.bihuan.hazard.Registration;
import org.bihuan.hazard.Responsibility;
import org.bihuan.hazard.Source;
import org.bihuan.hazard.Status;
import org.bihuan.hazard.Takeover;
import org.bihuan.hazard.VoidReason;
import org.bihuan.hazard.WrittenEntry;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PeopleChanged;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.StandIns;
import org.bihuan.organisation.SubstituteDesk;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.IncomingLedger;
import org.bihuan.rectification.ReopenReason;
import org.bihuan.rectification.Verdict;
import org.bihuan.rectification.application.AskForExtension;
import org.bihuan.rectification.application.HandOverSupervision;
import org.bihuan.rectification.application.LendWork;
import org.bihuan.rectification.application.MoveToEnterprise;
import org.bihuan.rectification.application.NewHazard;
import org.bihuan.rectification.application.ProposeVoid;
import org.bihuan.rectification.application.ReassignPerson;
import org.bihuan.rectification.application.RegistrationDesk;
import org.bihuan.rectification.application.ReopenHazard;
import org.bihuan.rectification.application.ServeOnPaper;
import org.bihuan.rectification.application.WithdrawReport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The county in the words of the field. It alone knows engine and SQL, so that stories change only when outcomes do. */
public class County {
    private static final AtomicInteger PICTURES = new AtomicInteger();

    private final TestClock clock;
    private final Organisation organisation;
    private final RegistrationDesk registrations;
    private final Cases cases;
    private final Evidence evidence;
    private final WithdrawReport withdrawReport;
    private final ServeOnPaper serveOnPaper;
    private final ReassignPerson reassignPerson;
    private final AskForExtension askForExtension;
    private final Turns turns;
    private final HazardLedger ledger;
    private final LedgerReader reader;
    private final RunningClocks clocks;
    private final Sweeper sweeper;
    private final Absent absent;
    private final IncomingLedger incoming;
    private final ManagementService jobs;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    County(
            TestClock clock,
            Organisation organisation,
            RegistrationDesk registrations,
            Cases cases,
            Evidence evidence,
            WithdrawReport withdrawReport,
            ServeOnPaper serveOnPaper,
            ReassignPerson reassignPerson,
            AskForExtension askForExtension,
            Turns turns,
            HazardLedger ledger,
            LedgerReader reader,
            RunningClocks clocks,
            Sweeper sweeper,
            Absent absent,
            IncomingLedger incoming,
            ManagementService jobs,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.clock = clock;
        this.organisation = organisation;
        this.registrations = registrations;
        this.cases = cases;
        this.evidence = evidence;
        this.withdrawReport = withdrawReport;
        this.serveOnPaper = serveOnPaper;
        this.reassignPerson = reassignPerson;
        this.askForExtension = askForExtension;
        this.turns = turns;
        this.ledger = ledger;
        this.reader = reader;
        this.clocks = clocks;
        this.sweeper = sweeper;
        this.absent = absent;
        this.incoming = incoming;
        this.jobs = jobs;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** What turns a case aside from its way. */
    public record Turns(
            ProposeVoid proposeVoid,
            ReopenHazard reopenHazard,
            HandOverSupervision handOverSupervision,
            MoveToEnterprise moveToEnterprise) {}

    /** What has to do with people who are away. */
    public record Absent(
            SubstituteDesk desk,
            StandIns standIns,
            LendWork lendWork,
            ApplicationEventPublisher events,
            TaskService tasks,
            IdentityService identity) {}

    public void todayIs(String day) {
        clock.todayIs(day);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    /** The sweeper's minute. */
    public void sweeps() {
        sweeper.sweep();
    }

    /** The minute's look at who is away. */
    public void looksWhoIsAway() {
        inTransaction(() -> {
            absent.events().publishEvent(new PeopleChanged());
            return "";
        });
    }

    /** The other look of that minute, at the work alone. */
    public void looksAtTheWork() {
        absent.lendWork().perform();
    }

    /** Whose the open tasks of a case are: key, who has taken it or {@code -}, and whose it is where he is away. */
    public List<String> handsOn(HazardNumber number) {
        return jdbc.sql("""
                        select concat_ws(' ', task, coalesce(assignee, '-'), owner) from v_open_task where hazard = :number order by 1
                        """).param("number", number.value()).query(String.class).list();
    }

    /** Who is not to be told of its delay again before a day, because he has answered for it: {@code head-yaodu until 2026-11-02}. */
    public List<String> leftAlone(HazardNumber number) {
        return jdbc.sql("select recipient || ' until ' || until from v_quiet where hazard = :number order by 1")
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    /** The engine's one timer of the case comes first, before any sweep. */
    public void timerFires(HazardNumber number) {
        var timer = jdbc.sql("""
                        select j.id_ from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
                        where p.business_key_ = :number and j.type_ = 'timer'
                        """)
                .param("number", number.value())
                .query(String.class)
                .single();
        jobs.executeJob(timer);
    }

    /** Whether the case's timer has something to do by now. */
    public boolean timerIsDue(HazardNumber number) {
        return jdbc.sql("select exists (select from v_case_timer where hazard = :number and fires_at <= :now)")
                .param("number", number.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    public Actor person(String id) {
        return new Actor(organisation.person(PersonId.of(id)).orElseThrow());
    }

    public Hazard hazard(HazardNumber number) {
        return inTransaction(() -> ledger.get(number));
    }

    /** The clock that counts first; fails where none runs. */
    public ClockView presentClock(HazardNumber number) {
        return Objects.requireNonNull(clocks.present(hazard(number)));
    }

    public List<ClockKind> runningClocks(HazardNumber number) {
        return clocks.of(number).stream().map(ClockView::kind).toList();
    }

    public List<WrittenEntry> log(HazardNumber number) {
        return reader.entries(number);
    }

    public boolean logIsUntouched(HazardNumber number) {
        return reader.firstForged(number).isEmpty();
    }

    public @Nullable String openTask(HazardNumber number) {
        return cases.openTask(number.value()).map(Cases.OpenTask::key).orElse(null);
    }

    /** Keys of all open tasks of the case, beside the main path too, each with the group it is offered to. */
    public List<String> openTasks(HazardNumber number) {
        return jdbc.sql("""
                        select concat_ws(' ', task, candidate_group) from v_open_task where hazard = :number order by task, candidate_group
                        """).param("number", number.value()).query(String.class).list();
    }

    /** Incidents of type overdue that stand in Cockpit for the case. */
    public int overdueIncidents(HazardNumber number) {
        return jdbc.sql("""
                        select count(*) from act_ru_incident i join act_ru_execution p on p.id_ = i.proc_inst_id_
                        where i.incident_type_ = 'overdue' and p.business_key_ = :number
                        """)
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    /** The rungs of a clock that have fired, each with the day of its firing, in that order: {@code +1 2026-10-13}. */
    public List<String> firedRungs(HazardNumber number, ClockKind kind) {
        return jdbc.sql("""
                        select concat_ws(' ', step, cast(fired_at at time zone 'Asia/Shanghai' as date)) from rung
                        where hazard = :number and kind = :kind and fired_at is not null order by fire_at, fired_at, term, step
                        """)
                .param("number", number.value())
                .param("kind", kind.name())
                .query(String.class)
                .list();
    }

    /** Whom a fired rung of the last term of its clock is for. */
    public List<String> toldBy(HazardNumber number, ClockKind kind, String step) {
        return jdbc.sql("""
                        select recipient from rung_recipient r where hazard = :number and kind = :kind and step = :step
                          and term = (select max(term) from rung x where (x.hazard, x.kind, x.step) = (r.hazard, r.kind, r.step))
                        order by recipient
                        """)
                .param("number", number.value())
                .param("kind", kind.name())
                .param("step", step)
                .query(String.class)
                .list();
    }

    /** A general hazard of the enterprise that {@code safety-<number>} works for. */
    public HazardWish aHazardAt(Actor safetyOfficer) {
        return new HazardWish(safetyOfficer.person.enterprise());
    }

    private <T> T inTransaction(Callable<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    /** What is to be registered; every call changes one thing. */
    public static final class HazardWish {
        private @Nullable CreditCode enterprise;
        private @Nullable UnitCode responsibleUnit;
        private @Nullable Grade grade = Grade.GENERAL;
        private @Nullable LocalDate dueOn;
        private @Nullable LocalDate foundOn;
        private @Nullable String criterion;
        private Category category = Category.OBJECT;
        private String description = "配电箱门缺失，带电部位裸露";
        private @Nullable String region;
        private final List<UUID> files = new ArrayList<>();
        private NewHazard.@Nullable OnTheSpot onTheSpot;

        private HazardWish(@Nullable CreditCode enterprise) {
            this.enterprise = enterprise;
        }

        public HazardWish dueOn(String day) {
            dueOn = LocalDate.parse(day);
            return this;
        }

        public HazardWish foundOn(String day) {
            foundOn = LocalDate.parse(day);
            return this;
        }

        public HazardWish graded(@Nullable Grade as) {
            grade = as;
            return this;
        }

        public HazardWish major(String clause) {
            grade = Grade.MAJOR;
            criterion = clause;
            return this;
        }

        /** A general hazard may name its clause too. */
        public HazardWish under(String clause) {
            criterion = clause;
            return this;
        }

        public HazardWish ofCategory(Category kind) {
            category = kind;
            return this;
        }

        public HazardWish described(String text) {
            description = text;
            return this;
        }

        public HazardWish publicOf(String unit, String inRegion) {
            enterprise = null;
            responsibleUnit = UnitCode.of(unit);
            region = inRegion;
            return this;
        }

        public HazardWish with(EvidenceItem... items) {
            for (var item : items) {
                files.add(item.id());
            }
            return this;
        }

        public HazardWish fixedOnTheSpotBy(String rectifier) {
            onTheSpot = new NewHazard.OnTheSpot("现场已加装箱门", rectifier);
            return this;
        }
    }

    /** Somebody of the county, acting. */
    public final class Actor {
        private final Person person;

        private Actor(Person person) {
            this.person = person;
        }

        public PersonId id() {
            return person.id();
        }

        /** With what the login gives today. */
        private Person now() {
            return absent.standIns().acting(person);
        }

        public Person person() {
            return person;
        }

        public HazardNumber registers(HazardWish wish) {
            return registers(wish, null).number();
        }

        public Hazard registers(HazardWish wish, @Nullable String key) {
            var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
            return registrations.register(
                    new NewHazard(
                            null,
                            wish.foundOn == null ? today : wish.foundOn,
                            wish.enterprise,
                            wish.responsibleUnit,
                            wish.region,
                            null,
                            "一号车间东侧",
                            wish.description,
                            wish.category,
                            wish.grade,
                            wish.criterion,
                            wish.dueOn,
                            "加装箱门并上锁",
                            wish.files,
                            wish.onTheSpot),
                    key,
                    "0".repeat(64),
                    now());
        }

        /** Brings in a ledger kept before, in which the case stands so far. */
        public HazardNumber takesOver(HazardWish wish, Status standing, String foundOn, String dueDay) {
            var found = LocalDate.parse(foundOn);
            var due = LocalDate.parse(dueDay);
            var enterprise = organisation
                    .enterprise(Objects.requireNonNull(wish.enterprise))
                    .orElseThrow();
            var finding = new Finding(
                    Grade.GENERAL,
                    wish.category,
                    enterprise.region(),
                    enterprise.industry(),
                    "一号车间东侧",
                    wish.description,
                    null);
            var registration = new Registration(
                    Source.ROUTINE_INSPECTION,
                    found,
                    due,
                    null,
                    false,
                    finding,
                    new Responsibility(enterprise.code(), null, null, null, "加装箱门并上锁"),
                    person.id());
            var row = new Takeover(
                    registration,
                    null,
                    standing,
                    new DueDates(due, due, due, false, null),
                    standing == Status.SUBMITTED ? due : null,
                    null,
                    0,
                    Particulars.NONE);
            return inTransaction(() -> incoming.takeOver(List.of(row), now()))
                    .get(0)
                    .number();
        }

        public void completes(HazardNumber number, String task, Map<String, ?> fields) {
            cases.complete(number.value(), task, fields, now());
        }

        public void accepts(HazardNumber number) {
            completes(number, "accept", Map.of("decision", "ACCEPT"));
        }

        public void declines(HazardNumber number, String reason) {
            completes(number, "accept", Map.of("decision", "DECLINE", "reason", reason));
        }

        public void reviews(HazardNumber number, String decision, Map<String, String> more) {
            var fields = new HashMap<String, String>(more);
            fields.put("decision", decision);
            completes(number, "review", fields);
        }

        public EvidenceItem photographs(HazardNumber number, Stage stage) {
            clock.advance(Duration.ofSeconds(1));
            return inTransaction(() ->
                    evidence.add(number.value(), stage, "photo.png", new ByteArrayInputStream(picture()), person.id()));
        }

        /** A photo taken before the hazard has a number. */
        public EvidenceItem photographsAhead(Stage stage) {
            return inTransaction(
                    () -> evidence.add(null, stage, "photo.png", new ByteArrayInputStream(picture()), person.id()));
        }

        public EvidenceItem handsInPaper(HazardNumber number) {
            return inTransaction(() -> evidence.add(
                    number.value(), Stage.DOCUMENT, "slip.png", new ByteArrayInputStream(picture()), person.id()));
        }

        /** Uploads a new photo and reports completion. */
        public void rectifies(HazardNumber number) {
            photographs(number, Stage.AFTER);
            reportsCompletion(number);
        }

        public void reportsCompletion(HazardNumber number) {
            var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
            clock.advance(Duration.ofSeconds(1));
            completes(
                    number,
                    "rectify",
                    Map.of("measures", "已加装箱门并上锁", "fundsYuan", "300", "completedOn", today.toString()));
        }

        public void judges(HazardNumber number, Verdict verdict, String opinion) {
            clock.advance(Duration.ofSeconds(1));
            completes(number, "verify", Map.of("verdict", verdict.name(), "opinion", opinion));
        }

        public void asksForMoreTime(HazardNumber number, String until) {
            askForExtension.perform(number, LocalDate.parse(until), "配件订货未到", "设置围挡，专人看守", now());
        }

        public void grants(HazardNumber number, String until) {
            completes(number, "decide-extension", Map.of("decision", "GRANT", "dueOn", until));
        }

        public void refusesMoreTime(HazardNumber number) {
            completes(number, "decide-extension", Map.of("decision", "REFUSE", "opinion", "可以调配备件，按期完成"));
        }

        public void withdraws(HazardNumber number) {
            withdrawReport.perform(number, "还有一处未完成", now());
        }

        public void servesOnPaper(HazardNumber number, EvidenceItem slip) {
            var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
            serveOnPaper.perform(number, today, "张三", slip.id(), now());
        }

        public void reassigns(HazardNumber number, Actor to) {
            reassignPerson.perform(number, to.id(), "人员调整", now());
        }

        public void answers(HazardNumber number, String action, @Nullable String quietUntil) {
            var fields = new HashMap<String, String>(Map.of("action", action, "opinion", "三日内完成，否则停产"));
            if (quietUntil != null) {
                fields.put("quietUntil", quietUntil);
            }
            completes(number, "supervise", fields);
        }

        public void proposesToVoid(HazardNumber number) {
            turns.proposeVoid().perform(number, VoidReason.WRONG_ENTRY, "同一处已登记过", now());
        }

        public void decidesOnVoid(HazardNumber number, String decision) {
            completes(number, "decide-void", Map.of("decision", decision, "opinion", "情况属实"));
        }

        public void proposesToReopen(HazardNumber number, ReopenReason why) {
            turns.reopenHazard().propose(number, why, "现场又发现原问题", now());
        }

        public void reopens(HazardNumber number, @Nullable String dueOn) {
            turns.reopenHazard().grant(number, dueOn == null ? null : LocalDate.parse(dueOn), null, now());
        }

        public void refusesToReopen(HazardNumber number) {
            turns.reopenHazard().refuse(number, "已现场核实，整改有效", now());
        }

        public void handsOver(HazardNumber number, String unit) {
            turns.handOverSupervision().perform(number, UnitCode.of(unit), "按行业监管", now());
        }

        public void moves(HazardNumber number, Actor safetyOfficer) {
            turns.moveToEnterprise()
                    .perform(number, Objects.requireNonNull(safetyOfficer.person.enterprise()), null, "该车间已转租", now());
        }

        /** Somebody else does the work from one day to another, both included; replaces what was planned before. */
        public void isAway(String from, String to, Actor substitute) {
            absent.desk()
                    .put(
                            person.id().value(),
                            List.of(Map.of("substitute", substitute.id().value(), "from", from, "to", to)),
                            null,
                            now());
        }

        /** Gives up whatever was planned. */
        public void isBack() {
            absent.desk().put(person.id().value(), List.of(), null, now());
        }

        public void takes(HazardNumber number, String task) {
            var id = cases.taskFor(number.value(), now())
                    .filter(open -> open.key().equals(task))
                    .orElseThrow()
                    .id();
            var login = person.id().value();
            absent.identity()
                    .setAuthentication(
                            login,
                            absent.identity().createGroupQuery().groupMember(login).list().stream()
                                    .map(Group::getId)
                                    .toList());
            try {
                absent.tasks().claim(id, login);
            } finally {
                absent.identity().clearAuthentication();
            }
        }

        public boolean sees(HazardNumber number) {
            return reader.maySee(number, now());
        }
    }

    /** A small picture like no other, so that two uploads are never the same bytes. */
    private static byte[] picture() {
        try {
            var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
            var number = PICTURES.incrementAndGet();
            for (int i = 0; i < 64; i++) {
                image.setRGB(
                        i,
                        i % 48,
                        Color.getHSBColor(number / 97f + i / 64f, 1, 1).getRGB());
            }
            image.setRGB(number % 64, number / 64 % 48, 0xFFFFFF);
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
