"""Templates in which something is told: refusals, apologies, news, promises, thanks."""

from __future__ import annotations

from .phrases import WORDS, adverb, agreement, clitic, conjunction
from .requests import GIVE, HANDLE, OBJECT, REACH, RECIPIENT, VERBS, Requests
from .tree import Node
from .verbs import attach, finite, gerund, infinitive, participle


class Statements(Requests):
    """Makes statements."""

    def _opening(self, node: Node, share: float = 0.4) -> Node:
        if self.chance(share):
            node.left(("advmod", adverb(self.rng.choice(WORDS["adverbs"]["opening"]))))
        return node

    def refusal(self) -> Node:
        """Make *purtroppo non possiamo …*, *non riusciamo a …*."""
        if self.chance(0.3):
            reading = self.rng.choice(["IP1P", "IP1P", "IF1P", "IP1S"])
            node = finite("riuscire", reading).right(("xcomp", self.infinitive("a")))
        else:
            reading = self.rng.choice(["IP1P", "IP1P", "IF1P", "IP1S", "IP3S"])
            node = self.infinitive().left(("aux", finite("potere", reading, "AUX")))
        return self._opening(self.negated(node))

    def apology(self) -> Node:
        """Make *ci dispiace per …*, *ci scusiamo per …*, *La preghiamo di scusarci*."""
        cause = self.noun("troubles", det=self.rng.choice(["def", "own", "this"]), prep="per")
        kind = self.rng.randrange(3)
        if kind == 0:
            node = finite("dispiacere", "IP3S").left(
                ("iobj", clitic(self.rng.choice(["ci", "mi"])))
            )
        elif kind == 1:
            node = finite("scusare", "IP1P").left(("expl", clitic("ci")))
        else:
            person = self.person()
            sorry = Node("scusa", "scusa", "NOUN", agreement("f", False))
            node = finite("chiedere", "IP1P").left(("iobj", clitic(RECIPIENT[person])))
            node.right(("obj", sorry))
        node.right(("advmod", adverb("molto")) if kind == 0 and self.chance(0.3) else None)
        return node.right(("obl", cause))

    def thanks(self) -> Node:
        """Make *grazie per averci scritto*, *La ringraziamo per …*."""
        if self.chance(0.5):
            node = Node("grazie", "grazie", "INTJ")
        else:
            node = finite("ringraziare", "IP1P").left(("obj", clitic(OBJECT[self.person()])))
        if self.chance(0.4):
            return node.right(("obl", self.noun(det=self.rng.choice(["def", "own"]), prep="per")))
        verb = self.rng.choice(["contattare", "scrivere", "chiamare", "informare", "segnalare"])
        having = attach(infinitive("avere", "AUX"), self.rng.choice(["ci", "ci", "lo"]))
        clause = participle(verb).left(("mark", Node("per", "per", "ADP")), ("aux", having))
        return node.right(("advcl", clause))

    def passive(self) -> Node:
        """Make *il commento è stato rimosso perché viola …*, *viene eliminato*, *verrà …*."""
        subject = self.noun(det=self.rng.choice(["def", "own", "this"]))
        gender = "m" if subject.feats["Gender"] == "Masc" else "f"
        plural = subject.feats["Number"] == "Plur"
        third = "3P" if plural else "3S"
        node = participle(self.rng.choice(HANDLE), gender, plural)
        node.left(("nsubj:pass", subject))
        for dep, child in self._passive_auxiliaries(third, gender, plural):
            node.before.append((dep, child))
        if self.chance(0.25):
            agent = self.noun(
                "people", det=self.rng.choice(["def", "own"]), prep="da", plural=False
            )
            node.right(("obl:agent", agent))
        if self.chance(0.3):
            because = self.rng.choice(["perché", "poiché", "in quanto"][:2])
            cause = finite(self.rng.choice(["violare", "contenere", *HANDLE]), f"IP{third}")
            node.right(
                (
                    "advcl",
                    self.negated(cause.right(("obj", self.noun())), 0.3).left(
                        ("mark", conjunction(because))
                    ),
                )
            )
        return node

    def _passive_auxiliaries(self, third: str, gender: str, plural: bool) -> list[tuple[str, Node]]:
        kind = self.rng.random()
        if kind < 0.45:
            been = participle("essere", gender, plural, "AUX")
            early = [("advmod", adverb("già"))] if self.chance(0.2) else []
            return [("aux", finite("essere", f"IP{third}", "AUX")), *early, ("aux:pass", been)]
        if kind < 0.65:
            tense = self.rng.choice(["IP", "IF"])
            return [("aux:pass", finite("venire", tense + third, "AUX"))]
        if kind < 0.85:
            tense = self.rng.choice(["IP", "IF"])
            return [("aux:pass", finite("essere", tense + third, "AUX"))]
        modal = finite(self.rng.choice(["potere", "dovere"]), f"IP{third}", "AUX")
        return [("aux", modal), ("aux:pass", infinitive("essere", "AUX"))]

    def passive_customer(self) -> Node:
        """Make *verrà ricontattato da un operatore*, *sarai ricontattata*."""
        node = participle(self.rng.choice(REACH), self.rng.choice("mf"))
        reading = self.rng.choice(["IF3S", "IF3S", "IF2S"])
        verb = "venire" if reading == "IF3S" and self.chance(0.5) else "essere"
        node.left(("aux:pass", finite(verb, reading, "AUX")))
        return node.right(("obl:agent", self.noun("people", det="indef", prep="da", plural=False)))

    def perfect(self) -> Node:
        """Make *abbiamo ricevuto …*, *Le abbiamo inviato …*, *hai ricevuto …*."""
        reading = self.rng.choice(["IP1P", "IP1P", "IP1P", "IP3S", "IP2S", "IP2P", "IP1S", "II1P"])
        node = participle(self.rng.choice(HANDLE)).right(("obj", self.noun()))
        if self.chance(0.3):
            reading = "IP1P"
            node = participle(self.rng.choice(GIVE)).right(("obj", self.noun()))
            pronoun = ("iobj", clitic(RECIPIENT[self.person()]))
            node.left(pronoun, ("aux", finite("avere", reading, "AUX")))
        else:
            node.left(("aux", finite("avere", reading, "AUX")))
        return self.negated(node, 0.15)

    def progress(self) -> Node:
        """Make *stiamo verificando …*, *il nostro team sta …*."""
        node = gerund(self.rng.choice(HANDLE)).right(("obj", self.noun()))
        if self.chance(0.4):
            team = self.noun("people", det="own", owner="nostro", plural=False)
            return node.left(("nsubj", team), ("aux", finite("stare", "IP3S", "AUX")))
        return node.left(("aux", finite("stare", self.rng.choice(["IP1P", "IP1S"]), "AUX")))

    def promise(self) -> Node:
        """Make *ti aiuteremo subito*, *provvederemo a …*, *Le invieremo …*."""
        kind = self.rng.randrange(4)
        person = self.person()
        reading = self.rng.choice(["IF1P", "IF1P", "IP1P", "IF1S"])
        if kind == 0:
            node = finite(self.rng.choice(REACH), reading).left(("obj", clitic(OBJECT[person])))
            return node.right(("advmod", adverb(self.rng.choice(["presto", "subito", "qui"]))))
        if kind == 1:
            node = finite(self.rng.choice(GIVE), reading).left(("iobj", clitic(RECIPIENT[person])))
            return node.right(("obj", self.noun()))
        if kind == 2:
            return finite("provvedere", reading).right(("xcomp", self.infinitive("a")))
        return finite(self.rng.choice(HANDLE), reading).right(("obj", self.noun()))

    def report(self) -> Node:
        """Make *il corriere consegnerà …*, *i nostri tecnici hanno …*."""
        subject = self.noun("people", det=self.rng.choice(["def", "own"]), owner="nostro")
        third = "3P" if subject.feats["Number"] == "Plur" else "3S"
        if self.chance(0.4):
            node = participle(self.rng.choice(HANDLE)).right(("obj", self.noun()))
            node.left(("aux", finite("avere", f"IP{third}", "AUX")))
        else:
            tense = self.rng.choice(["IP", "IF", "II"])
            node = finite(self.rng.choice(HANDLE), tense + third).right(("obj", self.noun()))
        return self.negated(node, 0.15).left(("nsubj", subject))

    def telling(self) -> Node:
        """Make *Le confermiamo che …*, *vi ricordiamo che …*."""
        person = self.person()
        node = finite(self.rng.choice(VERBS["tell"]), self.rng.choice(["IP1P", "IP1P", "IP1S"]))
        node.left(("iobj", clitic(RECIPIENT[person])))
        clause = self.rng.choice([self.passive, self.report, self.promise, self.state])()
        return node.right(("ccomp", clause.left(("mark", conjunction("che")))))

    def belief(self) -> Node:
        """Make *speriamo che … sia …*: subjunctives that ask for nothing."""
        node = finite(self.rng.choice(VERBS["believe"]), "IP1P")
        subject = self.noun(det=self.rng.choice(["def", "own"]), plural=False)
        if self.chance(0.5):
            clause = finite(self.rng.choice(HANDLE), "SP3S").right(("obj", self.noun()))
        else:
            gender = "m" if subject.feats["Gender"] == "Masc" else "f"
            clause = participle(self.rng.choice(HANDLE), gender)
            clause.left(("aux:pass", finite("essere", "SP3S", "AUX")))
            subject_dep = "nsubj:pass"
            return node.right(
                ("ccomp", clause.left(("mark", conjunction("che")), (subject_dep, subject)))
            )
        return node.right(("ccomp", clause.left(("mark", conjunction("che")), ("nsubj", subject))))

    def understanding(self) -> Node:
        """Make *capiamo il disagio*, *comprendiamo la tua attesa*."""
        verb = self.rng.choice(["capire", "comprendere", "immaginare", "apprezzare"])
        return finite(verb, self.rng.choice(["IP1P", "IP1S"])).right(
            ("obj", self.noun("troubles", det=self.rng.choice(["def", "own", "this"])))
        )

    def noun_reading(self) -> Node:
        """Make sentences in which *contatti*, *controlli*, *verifica* are nouns."""
        reading = self.noun("look_alikes", det=self.rng.choice(["def", "own", "this"]))
        third = "3P" if reading.feats["Number"] == "Plur" else "3S"
        if self.chance(0.5):
            node = finite(self.rng.choice(HANDLE), self.rng.choice(["IP", "IF"]) + third)
            return node.left(("nsubj", reading)).right(("obj", self.noun()))
        node = finite(self.rng.choice(HANDLE), self.rng.choice(["IP1P", "IP3S"]))
        return node.right(("obj", reading))

    def relative(self) -> Node:
        """Make *abbiamo ricevuto il documento che ci ha inviato*."""
        thing = self.noun(det="def", plural=False)
        which = Node("che", "che", "PRON", {"PronType": "Rel"})
        clause = participle(self.rng.choice(GIVE)).left(
            ("obj", which), ("iobj", clitic("ci")), ("aux", finite("avere", "IP3S", "AUX"))
        )
        thing.after = [("acl:relcl", clause)]
        node = participle(self.rng.choice(["ricevere", "leggere", "verificare", "esaminare"]))
        return node.left(("aux", finite("avere", "IP1P", "AUX"))).right(("obj", thing))

    def availability(self) -> Node:
        """Make *restiamo a disposizione*, *siamo a Sua disposizione*."""
        node = Node("disposizione", "disposizione", "NOUN", agreement("f", False))
        if self.chance(0.4):
            own = self.rng.choice(["sua", "tua", "vostra"])
            node.left(
                (
                    "det:poss",
                    Node(
                        own.capitalize() if own == "sua" else own,
                        own[:-1] + "o",
                        "DET",
                        {"Poss": "Yes", "PronType": "Prs", **agreement("f", False)},
                    ),
                )
            )
        node.left(("case", Node("a", "a", "ADP")))
        if self.chance(0.5):
            return node.left(("cop", finite("essere", "IP1P", "AUX")))
        return finite(self.rng.choice(["restare", "rimanere"]), "IP1P").right(("obl", node))

    def state(self) -> Node:
        """Make *l'ordine è disponibile*, *il servizio non era attivo*."""
        subject = self.noun(det=self.rng.choice(["def", "own", "this"]))
        plural = subject.feats["Number"] == "Plur"
        lemma = self.rng.choice(["disponibile", "valido", "attivo", "pronto", "corretto"])
        feats = dict(subject.feats)
        if lemma.endswith("e"):
            feats.pop("Gender")
            form = "disponibili" if plural else lemma
        else:
            gender = "m" if feats["Gender"] == "Masc" else "f"
            form = lemma[:-1] + {"m": "oi", "f": "ae"}[gender][plural]
        node = Node(form, lemma, "ADJ", feats)
        tense = self.rng.choice(["IP", "IP", "IF", "II"])
        node.left(("cop", finite("essere", tense + ("3P" if plural else "3S"), "AUX")))
        return self.negated(node, 0.25).left(("nsubj", subject))

    def need(self) -> Node:
        """Make *avremmo bisogno di …*, *vorremmo verificare …*."""
        if self.chance(0.4):
            modal = finite(self.rng.choice(["volere", "dovere", "potere"]), "CP1P", "AUX")
            return self.infinitive().left(("aux", modal))
        need = Node("bisogno", "bisogno", "NOUN", agreement("m", False))
        need.right(("nmod", self.noun(det=self.rng.choice(["indef", "own", "def"]), prep="di")))
        return finite("avere", self.rng.choice(["CP1P", "IP1P", "IP2S"])).right(("obj", need))

    def you_find(self) -> Node:
        """Make *trovi le istruzioni sul sito*, *ci trova in chat*: told, not asked."""
        person = self.rng.choice(["2S", "2P"])
        node = finite(self.rng.choice(["trovare", "ricevere"]), f"IP{person}")
        if node.lemma == "trovare" and self.chance(0.3):
            return node.left(("obj", clitic("ci"))).right(("obl", self.channel()))
        return node.right(("obj", self.noun()), ("obl", self.channel()))
