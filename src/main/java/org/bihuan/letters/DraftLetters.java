package org.bihuan.letters;

import org.bihuan.deadline.events.DelayEnded;
import org.bihuan.deadline.events.LettersAsked;
import org.bihuan.hazard.Hazard;
import org.bihuan.letters.LetterRows.Wanted;
import org.bihuan.shared.CountyTime;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Drafts what the ladder asks for, and takes back what has lost its ground, in the transaction of the cause (N6). */
@Component
class DraftLetters {
    private final LetterRows letters;
    private final CountyTime time;

    DraftLetters(LetterRows letters, CountyTime time) {
        this.letters = letters;
        this.time = time;
    }

    /** One statement, however many cases. */
    @EventListener
    void on(LettersAsked event) {
        var wanted = event.asked().stream()
                .flatMap(asked -> asked.letters().stream()
                        .map(LetterKind::valueOf)
                        .map(kind -> new Wanted(
                                asked.hazard().number(),
                                asked.term(),
                                asked.step(),
                                kind,
                                partyOf(asked.hazard()),
                                kind.isShared() && !asked.hazard().isMajor())))
                .toList();
        letters.draft(wanted, time.today(), time.now());
    }

    @EventListener
    void on(DelayEnded event) {
        var held = letters.holdDraftsOf(event.hazard());
        if (!held.isEmpty()) {
            letters.supersede(event.hazard(), held, event.how(), time.today());
        }
    }

    /** A public hazard goes by the unit that must remove it. */
    private static String partyOf(Hazard hazard) {
        var responsibility = hazard.responsibility();
        return responsibility.enterprise() == null
                ? "unit:" + responsibility.responsibleUnit()
                : "ent:" + responsibility.enterprise();
    }
}
