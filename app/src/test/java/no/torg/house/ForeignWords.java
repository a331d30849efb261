package no.torg.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import no.torg.web.Language;

/** Everyday words that give away a text left in another language, or in the other Norwegian. */
final class ForeignWords {

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}-])\\p{L}+(?![\\p{L}-])");
    private static final Set<String> ENGLISH = Set.of("the", "and", "of", "you", "your", "is", "are", "not", "with", "this", "that", "it", "please", "cannot", "was",
            "has", "have", "case", "cases", "message", "reply", "choose", "write", "close", "closed", "or", "we", "find", "service", "services");
    private static final Set<String> NORWEGIAN = Set.of("og", "ikke", "ikkje", "du", "saken", "saka", "det", "som", "av", "til", "på", "er", "vi", "kan", "med", "fra", "frå", "eller",
            "velg", "vel", "skriv", "svar", "sak", "saker");
    private static final Set<String> BOKMÅL_ONLY = Set.of("ikke", "jeg", "hva", "hvem", "hvor", "hvordan", "hvorfor", "hvis", "hvilken", "hvilket", "noe", "noen", "fra", "mer", "bare",
            "være", "ble", "en", "saken", "ingen", "mottatt", "velg", "tjenester", "gjør", "flere", "hos", "siden", "dere", "tilbake", "uten", "uker");
    private static final Set<String> NYNORSK_ONLY = Set.of("ikkje", "eg", "kva", "kven", "kvar", "korleis", "kvifor", "dersom", "noko", "nokon", "nokre", "frå", "meir", "berre", "vere",
            "vart", "ein", "eit", "saka", "ingen", "ho", "dykk", "utan", "vel");
    private static final Map<Language, List<Set<String>>> FOREIGN = Map.of(Language.NB, List.of(ENGLISH, without(NYNORSK_ONLY, BOKMÅL_ONLY)),
            Language.NN, List.of(ENGLISH, without(BOKMÅL_ONLY, Set.of("ingen", "hos", "flere", "siden", "tilbake"))), Language.EN, List.of(NORWEGIAN));

    private ForeignWords() {
    }

    /** The words in a text that its language does not have. */
    static List<String> in(Language language, String text) {
        var plain = text.replaceAll("\\{\\d+(, ?\\w+,?)?", " ").replaceAll("\\b(one|other|few|many|zero)\\s*\\{", " ");
        return WORD.matcher(plain.toLowerCase(language.locale())).results().map(MatchResult::group)
                .filter(word -> FOREIGN.get(language).stream().anyMatch(words -> words.contains(word))).toList();
    }

    private static Set<String> without(Set<String> words, Set<String> shared) {
        return words.stream().filter(word -> !shared.contains(word)).collect(java.util.stream.Collectors.toSet());
    }
}
