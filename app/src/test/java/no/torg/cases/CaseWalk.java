package no.torg.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.UUID;

import no.torg.World;
import no.torg.cases.requests.Requests;
import no.torg.conversations.Audience;
import no.torg.events.Moment;
import no.torg.people.Actor;
import no.torg.web.Refused;
import org.springframework.beans.factory.ListableBeanFactory;

/** Cases of the university's service desk that live at random through the doors: the same each time for a seed. */
public final class CaseWalk {

    private static final List<String> TEAMS = List.of("it-support", "access", "av");
    private static final List<String> REQUESTERS = List.of("ingrid-hauge", "oda-myhre", "nadia-karim");

    private static final Set<Long> WALKED = ConcurrentHashMap.newKeySet();

    private final World world;
    private final Requests requests;
    private final CaseWork work;
    private final Dialogue dialogue;
    private final Waits waits;
    private final Closures closures;
    private final Random random;
    private final List<String> open = new ArrayList<>();
    private final Actor worker;

    public CaseWalk(World world, ListableBeanFactory beans, long seed) {
        this.world = world;
        this.requests = beans.getBean(Requests.class);
        this.work = beans.getBean(CaseWork.class);
        this.dialogue = beans.getBean(Dialogue.class);
        this.waits = beans.getBean(Waits.class);
        this.closures = beans.getBean(Closures.class);
        this.random = new Random(seed);
        this.worker = world.actor("kari-lunde");
    }

    /** Walks a class's cases the first time it is asked, and waits for what follows of anything. */
    public static void once(World world, ListableBeanFactory beans, long seed, int steps, Duration back) {
        if (WALKED.add(seed)) {
            new CaseWalk(world, beans, seed).walk(steps, back);
        }
        world.settle();
    }

    /** Takes so many steps from so long ago till now, and waits for what follows of them. */
    public void walk(int steps, Duration back) {
        var start = Instant.now().minus(back);
        world.at("fjordvik:", () -> {
            for (int i = 0; i < steps; i++) {
                Moment.at(start.plus(back.multipliedBy(i).dividedBy(steps)), this::step);
            }
            return null;
        });
        world.settle();
    }

    /** Opens a case now and gives its number. */
    public String open() {
        var requester = world.actor(REQUESTERS.get(random.nextInt(REQUESTERS.size())));
        var opened = requests.submit(requester, "it-service-desk", Map.of("description", "Nettet er nede"), List.of(), null, "portal").opened();
        open.add(opened.number());
        return opened.number();
    }

    private void step() {
        if (open.isEmpty() || random.nextInt(4) == 0) {
            open();
            return;
        }
        var number = open.get(random.nextInt(open.size()));
        try {
            act(number, waits.stateNow(worker, number));
        } catch (Refused asItStands) {
            return;
        }
    }

    private void act(String number, CaseState state) {
        switch (random.nextInt(8)) {
            case 0 -> work.hand(Actor.system("walk"), number, team());
            case 1 -> work.begin(worker, number, state);
            case 2 -> waits.begin(worker, number, state, "third-party", null, null);
            case 3 -> closures.resolve(worker, number, state);
            case 4 -> closures.close(worker, number, state, "not-for-us", null);
            case 5 -> closures.reopen(worker, number, state);
            default -> dialogue.post(worker, number, Audience.PUBLIC, "Vi ser på det", List.of(), "portal",
                    random.nextInt(3) == 0 ? Dialogue.Then.RESOLVE : Dialogue.Then.NOTHING);
        }
    }

    private UUID team() {
        return world.team(TEAMS.get(random.nextInt(TEAMS.size())));
    }
}
