package org.bihuan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What the frame of every page asks ({@code templates/frame.html}): where we are, who is there, where to go. */
@Component("frame")
class Frame {
    private final Organisation organisation;
    private final CurrentPerson current;
    private final HttpServletRequest request;
    private final Environment environment;

    /** @param request the request being served, behind a proxy */
    Frame(Organisation organisation, CurrentPerson current, HttpServletRequest request, Environment environment) {
        this.organisation = organisation;
        this.current = current;
        this.request = request;
        this.environment = environment;
    }

    public String county() {
        return organisation.county().name();
    }

    /** Null when nobody is logged in. */
    public @Nullable String personName() {
        return current.find().map(Person::name).orElse(null);
    }

    /** The login; null when nobody is logged in. */
    public @Nullable String personId() {
        return current.find().map(person -> person.id().value()).orElse(null);
    }

    /** The places open to the person, in order; none when nobody is logged in. */
    public List<Place> places() {
        return current.find()
                .map(person -> Place.ALL.stream()
                        .filter(place -> place.openTo().test(person))
                        .toList())
                .orElse(List.of());
    }

    public boolean isHere(Place place) {
        return place.holds(request.getRequestURI());
    }

    /** Whether the sample county collects its mail itself. */
    public boolean hasMailbox() {
        return environment.acceptsProfiles(Profiles.of("demo")) && !environment.containsProperty("spring.mail.host");
    }
}
