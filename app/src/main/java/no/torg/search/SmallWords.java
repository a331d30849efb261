package no.torg.search;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that say nothing about what is looked for. "it", "hans" and "min" are not among them: a department, a name, a unit. */
final class SmallWords {

    private static final Set<String> WORDS = Stream.of("""
        i på til av for fra frå med om ved hos under over etter før mot mellom uten utan gjennom innen innan
        og eller men at som når da hvis dersom fordi mens enn så både
        en ein ei et eit den det de dei denne dette disse desse der her
        jeg eg du han hun ho vi dere de dykk oss deg meg seg dem deres vår vårt våre mitt mine ditt dine sin sitt sine hennes
        er var være vere vært vore blir bli ble blei vart blitt vorte har ha hadde hatt kan kunne kunna skal skulle vil ville må måtte bør burde får få
        ikke ikkje ingen også òg bare berre jo nok vel mer meir mest noe noko noen nokon nokre alle alt andre
        hva kva hvem kven hvor kor hvorfor kvifor hvordan korleis hvilken hvilket hvilke kva hvis å
        the a an of to and or in on at is are was were be been has have had do does did this that these those with from as by which who what when where why
        how i you he she we they my your our their not but can could will would should there
        """.trim().split("\\s+")).map(Spelling::normal).collect(Collectors.toUnmodifiableSet());

    private SmallWords() {
    }

    static boolean contains(String normal) {
        return WORDS.contains(normal);
    }
}
