"""Readers of corpora, on invented fixtures. Run with `python3 -m unittest discover Tools/training/tests`."""

import sys
import tempfile
import unittest
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quoth_training.corpora.detokenise import Places, detokenise, sentences  # noqa: E402
from quoth_training.corpora.document import EVENT_TYPES, YIELD, Document, Event, problems, together  # noqa: E402
from quoth_training.corpora.states import is_state  # noqa: E402

# The package exports functions under the names of some of its modules.
NAMES = ("ecbplus", "factuality", "muc4", "plover", "sick", "tagged", "treebank", "wikievents")
modules = {name: import_module("quoth_training.corpora." + name) for name in NAMES}
tagged, treebank = modules["tagged"], modules["treebank"]


CUT = {"hyphens": "join"}


class Together(unittest.TestCase):
    def test_spans_move_with_their_document(self):
        one = Document("plover", "a", "Rain.", [(0, 5)], events=[])
        event = Event("AID", (4, 7), [(0, 3)], None, 1.0, (0, 15))
        other = Document("plover", "b", "Orm fed Norland.", [(0, 16)], events=[event])
        both = together([one, other])
        self.assertEqual(both.text, "Rain.\n\nOrm fed Norland.")
        self.assertEqual(both.blocks, [(0, 5), (7, 23)])
        moved = both.events[0]
        self.assertEqual([both.text[a:b] for a, b in (moved.trigger, *moved.actors)], ["fed", "Orm"])
        self.assertEqual((moved.recipients, moved.region), (None, (7, 22)))
        self.assertEqual(problems(both), [])


class Sick(unittest.TestCase):
    def test_each_sentence_once_and_none_of_the_measured(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, rows in (("train", "A hen sits,A hen stands,neutral\nA hen sits,A cock sits,neutral\n"),
                               ("dev", "A cock sits,A hen runs,neutral\n")):
                Path(folder, f"sick-{name}.csv").write_text("premise,hypothesis,label\n" + rows, encoding="utf-8")
            found = [document.text for document in modules["sick"].sick(folder)]
        self.assertEqual(found, ["A hen sits", "A hen stands"])


class Detokeniser(unittest.TestCase):
    def check(self, tokens, text, **options):
        found, spans = detokenise(tokens.split(" "), **options)
        self.assertEqual(found, text)
        for start, end in spans:
            self.assertTrue(found[start:end].strip())

    def test_marks_and_clitics_stand_at_their_words(self):
        self.check("Ruiz 's boat did n't sink , he said .", "Ruiz's boat didn't sink, he said.")
        self.check("It can not pay $ 20 ( or 5 % ) .", "It cannot pay $20 (or 5%).")

    def test_quotation_marks_open_and_close(self):
        self.check('" We won , " she said .', '"We won," she said.')
        self.check("He called it `` a feast '' .", 'He called it "a feast".')
        self.check('The boat sank . "', 'The boat sank."')
        self.check('I left , " she said .', 'I left," she said.', quoted=True)
        self.check("the sailors ' boats", "the sailors' boats")

    def test_a_tokeniser_that_cuts_everywhere_is_undone_when_asked(self):
        self.check("Haven ’ t you seen Al ’ s far - off pier", "Haven’t you seen Al’s far-off pier", **CUT)
        self.check("we ' re at 2 . 6 of 24 , 000 at 5 : 03pm", "we're at 2.6 of 24,000 at 5:03pm", **CUT)
        self.check("CRICKET - SALTPORT WIN", "CRICKET - SALTPORT WIN")

    def test_strings_are_found_as_whole_words_without_regard_to_blanks(self):
        places = Places("The men saw a man from\nOld Saltport.", ignoring_case=True)
        self.assertEqual(places.all("MAN"), [(14, 17)])
        self.assertEqual(places.nearest("OLD SALTPORT", 0), (23, 35))

    def test_sentences_are_divided_at_full_stops(self):
        text = 'Dr. Moss left. "He is gone." Nobody knows.'
        self.assertEqual([text[a:b] for a, b in sentences(text)], ["Dr. Moss left.", '"He is gone."', "Nobody knows."])


CONLLU = """# newdoc id = GUM_news_harbour
# newpar
# newpar_block = head (1 s)
1\tMali\tMali\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\tEntity=(1-place-new-ss-1-sgl)
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdid\tdo\tAUX\tVBD\t_\t3\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t0\troot\t_\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
1\tPresident\tPresident\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(2-person-new-ss-1-coref
2\tMoss\tMoss\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=2)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

""".split("\n")


class Treebanks(unittest.TestCase):
    def test_text_words_trees_and_names(self):
        [(document, entities)] = treebank.documents("gum", CONLLU)
        self.assertEqual(document.text, "Mali didn't.\n\nPresident Moss left.")
        words = [document.text[w.start : w.end] for w in document.words]
        self.assertEqual(words, ["Mali", "did", "n't", ".", "President", "Moss", "left", "."])
        self.assertEqual([w.head for w in document.words], [2, 2, -1, 2, 6, 4, -1, 6])
        names, raw = treebank._proper_names(document, entities)
        self.assertEqual([(document.text[a:b], kind) for a, b, kind in names], [("Mali", "state"), ("Moss", "person")])
        self.assertEqual(raw, ["place", "person"])
        self.assertEqual(problems(document), [])

    def test_chains_are_laid_over_the_text(self):
        [(document, _)] = treebank.documents("gum", CONLLU)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "a.conll")
            marks = ["(1)", "_", "_", "_", "(2", "2)", "_", "_"]
            tokens = ["Mali", "did", "n't", ".", "President", "Moss", "left", "."]
            lines = [f"{i}\t{token}\t{mark}" for i, (token, mark) in enumerate(zip(tokens, marks))]
            path.write_text("# begin document \n" + "\n".join(lines), encoding="utf-8")
            chains = treebank._chains(document, path)
        self.assertEqual([[document.text[a:b] for a, b in chain] for chain in chains], [["Mali"], ["President Moss"]])

    def test_certainty_of_a_sentence_is_found_by_its_letters(self):
        [(document, _)] = treebank.documents("ewt", CONLLU)
        treebank._add_certainty(document, {"presidentmossleft": [(13, 4, 2.5)]})
        self.assertEqual([(document.text[a:b], value) for a, b, value, _ in document.certainty], [("left", 2.5)])

    def test_states_are_known_with_article_and_full_stops(self):
        self.assertTrue(is_state("the U.S."))
        self.assertFalse(is_state("Saltport"))


class Names(unittest.TestCase):
    def test_iob2_is_read_as_spans(self):
        labels = ["B-PER", "I-PER", "B-LOC", "O", "I-ORG"]
        self.assertEqual(tagged.entities(labels), [(0, 2, "PER"), (2, 3, "LOC"), (4, 5, "ORG")])
        document = tagged.document("conll03", "train/1", [[("Mali", "B-LOC"), (".", "O")]], "conll")
        self.assertEqual((document.text, document.names, document.raw_names), ("Mali.", [(0, 4, "state")], ["LOC"]))


class Certainty(unittest.TestCase):
    def test_targets_are_laid_over_the_text_and_clauses_left_out(self):
        entry = {
            "text": "Moss 's boat sank .",
            "targets": [{"span1": [3, 4], "label": 2.0}, {"span1": [0, 3], "label": 1.0}],
        }
        document = modules["factuality"].sentence("UW/train/1", entry, 1.0)
        self.assertEqual(document.certainty, [(12, 16, 2.0, 1.0)])


class Chains(unittest.TestCase):
    def test_only_checked_sentences_and_entities_count(self):
        xml = """<Document><token t_id="1" sentence="0">Moss</token><token t_id="2" sentence="0">left</token>
        <token t_id="3" sentence="1">He</token><token t_id="4" sentence="2">Moss</token>
        <Markables><HUMAN_PART_PER m_id="1"><token_anchor t_id="1"/></HUMAN_PART_PER>
        <HUMAN_PART_PER m_id="2"><token_anchor t_id="3"/></HUMAN_PART_PER>
        <HUMAN_PART_PER m_id="3"><token_anchor t_id="4"/></HUMAN_PART_PER>
        <ACTION_OCCURRENCE m_id="4"><token_anchor t_id="2"/></ACTION_OCCURRENCE></Markables>
        <Relations><CROSS_DOC_COREF r_id="9" note="HUM1"><source m_id="1"/><source m_id="2"/><source m_id="3"/>
        <target m_id="7"/></CROSS_DOC_COREF></Relations></Document>"""
        document = modules["ecbplus"].story("1/1_1ecb", xml, {0, 1})
        self.assertEqual([[document.text[a:b] for a, b in c] for c in document.clusters], [["Moss", "He"]])
        self.assertEqual(len(document.cluster_region), 2)


class Events(unittest.TestCase):
    def test_kairos_types_are_mapped_only_where_plain(self):
        mapped = modules["wikievents"].plover
        self.assertEqual(mapped("Conflict.Attack", "raid", [])[0], "ASSAULT")
        self.assertEqual(mapped("Contact.Contact", "met", [])[0], "CONSULT")
        self.assertIsNone(mapped("Contact.Contact", "said", [])[0])
        self.assertIsNone(mapped("Life.Die", "died", [("Victim", "Moss")])[0])
        self.assertEqual(mapped("Life.Die", "shot", [("Killer", "Moss")])[0], "ASSAULT")

    def test_a_story_has_triggers_and_arguments_in_place(self):
        tokens = "Rebels raided Saltport . Moss fled .".split()
        mention = {
            "event_type": "Conflict.Attack",
            "trigger": {"start_idx": 1, "end_idx": 2, "text": "raided"},
            "arguments": [{"role": "Attacker", "text": "Rebels"}, {"role": "Target", "text": "Saltport"}],
        }
        document = modules["wikievents"].story({"docid": "a", "tokens": tokens, "event_mentions": [mention]})
        self.assertEqual(document.text, "Rebels raided Saltport. Moss fled.")
        [event] = document.events
        self.assertEqual((event.trigger, event.actors, event.recipients), ((7, 13), [(0, 6)], [(14, 22)]))

    def test_marked_pairs_are_taken_out_of_the_sentence(self):
        text, actors, recipients = modules["plover"].marked("<s>Mali </s>freed <t>a Ruritanian</t>.")
        self.assertEqual((text, actors, recipients), ("Mali freed a Ruritanian.", [(0, 4)], [(11, 23)]))

    def test_yield_is_resolved_by_words(self):
        resolved = modules["plover"].resolved
        self.assertEqual(resolved(YIELD, "Mali declared a ceasefire."), "RETREAT")
        self.assertEqual(resolved(YIELD, "The mayor resigned."), "CONCEDE")
        self.assertEqual(resolved(YIELD, "Mali did as it was told."), YIELD)
        self.assertEqual(resolved("FIGHT", ""), "ASSAULT")

    def test_codings_become_events_with_actors_where_they_are_plain(self):
        record = """sentence="true"><EventCoding sourcecode="MLI" targetcode="RUR" eventcode="064"></EventCoding>
        <Text>Mali will help Ruritania.</Text>"""
        actors = {"MLI": {"MALI"}, "RUR": {"RURITANIA"}}
        document = modules["plover"].petrarch_record("petrarch/a/1", record, {"064": "COOPERATE"}, actors)
        [event] = document.events
        self.assertEqual((event.type, event.actors, event.recipients), ("COOPERATE", [(0, 4)], [(15, 24)]))
        self.assertIn(event.type, EVENT_TYPES)

    def test_role_fillers_make_an_event_of_each_sentence_with_both_sides(self):
        roles = dict.fromkeys(("perp_organization_id", "phys_tgt_id", "incident_instrument_id"), [])
        roles |= {"perp_individual_id": [["THE REBELS", "REBELS"]], "hum_tgt_name": [["MOSS"]]}
        text = "THE REBELS\nSHOT MOSS. NOBODY SAW IT. MOSS DIED."
        document = modules["muc4"].report("A-1", {"doc": text, "roles": roles})
        [event] = document.events
        self.assertEqual((event.actors, event.recipients, event.region), ([(0, 10)], [(16, 20)], (0, 21)))


if __name__ == "__main__":
    unittest.main()
