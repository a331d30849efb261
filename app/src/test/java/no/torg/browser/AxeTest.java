package no.torg.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.torg.LivedIn;
import no.torg.World;
import no.torg.web.Language;
import no.torg.web.Scheme;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A sample of what {@link AxeMatrix} looks at whole: of every handler the page made of the most, once wide and light, and once narrow and dark; the long page
 * of the API, the same for all, only narrow.
 */
@LivedIn
class AxeTest {

    @Autowired
    private World world;

    @Autowired
    private ApplicationContext context;

    @Test
    void pages_are_accessible_narrow_and_wide_light_and_dark() {
        var pages = Tour.of(world, context, 6);
        assertThat(pages.missing()).as("pages for which no address was found").isEmpty();
        var wrong = new ArrayList<String>();
        wrong.addAll(pages.sample("", new Tour.Look(Language.NB, Scheme.LIGHT, List.of(1280)), "/api"));
        wrong.addAll(pages.sample("solheim:", new Tour.Look(Language.EN, Scheme.DARK, List.of(320)), ""));
        assertThat(wrong).isEmpty();
    }
}
