"""Trains UDPipe 1 on a language's treebanks and measures it on raw text; called by Scripts/peer."""
import lzma, pathlib, re, sys, time
from ufal.udpipe import InputFormat, Model, ProcessingError, Pipeline, Sentence, Sentences, Trainer

UD = pathlib.Path("../shared/data/ud")
LEARNT = {
    "en": ["en/en_ewt-ud-train", "en/en_gum_open-train"],
    "de": ["de/de_gsd-v11conv-train", "de/de_gsd-ud-dev"],
    "uk": ["uk/uk_parlamint-ud-2.15-train"],
    "ru": ["ru/ru_taiga-ud-2.7-train", "ru/ru_gsd-ud-dev"],
}
MEASURED = {
    "en": "en/en_gum_open-dev", "de": "de/de_gsd-ud-dev", "uk": "uk-nc/uk_iu-ud-dev", "ru": "ru/ru_gsd-ud-dev",
}


def text(name):
    return lzma.open(UD / (name + ".conllu.xz"), "rt", encoding="utf-8").read()


def sentences(language):
    """What UDPipe trains on: no empty nodes."""
    found = Sentences()
    reader = InputFormat.newConlluInputFormat()
    error = ProcessingError()
    for name in LEARNT[language]:
        lines = [l for l in text(name).split("\n") if not re.match(r"\d+\.\d+\t", l)]
        reader.setText("\n".join(lines))
        sentence = Sentence()
        while reader.nextSentence(sentence, error):
            found.push_back(sentence)
            sentence = Sentence()
    return found


def main(language, tagger, parser):
    place = pathlib.Path(".build/peer") / f"{language}-{tagger}-{parser}.udpipe"
    if not place.exists():
        error = ProcessingError()
        model = Trainer.train(
            "morphodita_parsito", sentences(language), Sentences(),
            "epochs=5", f"iterations={tagger}", f"iterations={parser}", error)
        if error.occurred():
            sys.exit("peer: " + error.message)
        place.write_bytes(model if isinstance(model, bytes) else model.encode("utf-8", "surrogateescape"))
    # The pipeline does not keep its model alive.
    loaded = Model.load(str(place)) or sys.exit(f"peer: {place} is no model; delete it and try again")
    pipeline = Pipeline(loaded, "tokenize", Pipeline.DEFAULT, Pipeline.DEFAULT, "conllu")
    raw = "\n".join(l[9:] for l in text(MEASURED[language]).split("\n") if l.startswith("# text = "))
    pipeline.process(raw[:2000])
    start = time.process_time()
    out = pipeline.process(raw)
    seconds = time.process_time() - start
    words = sum(1 for l in out.split("\n") if re.match(r"\d+\t", l))
    print(f"UDPipe 1, {language}: {words} words in {seconds:.2f} s, {words / seconds:.0f} words a CPU-second")


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
