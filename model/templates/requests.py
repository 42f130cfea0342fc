"""Templates in which the customer is asked for something."""

from __future__ import annotations

from .phrases import WORDS, Phrases, adposition, adverb, clitic, conjunction, negation
from .tree import Node
from .verbs import attach, finite, gerund, infinitive, participle

VERBS = WORDS["verbs"]
HANDLE, GIVE, REACH = (VERBS[name].split() for name in ("handle", "give", "reach"))
OBJECT = {"2S": "ti", "3S": "la", "2P": "vi"}
RECIPIENT = {"2S": "ti", "3S": "le", "2P": "vi"}
PERSONS = ("2S", "3S", "3S", "2P")
"""The customer as *tu*, *Lei* (twice as often) or *voi*."""


class Requests(Phrases):
    """Makes requests; a person is "2S" (tu), "3S" (Lei) or "2P" (voi)."""

    def person(self) -> str:
        """Choose how the customer is addressed."""
        return self.rng.choice(PERSONS)

    def negated(self, node: Node, share: float = 1.0) -> Node:
        """Put *non* before everything of a verb, in a share of the calls."""
        return node.left(negation()) if self.chance(share) else node

    def infinitive(self, marker: str | None = None, company: bool = False) -> Node:
        """Make an infinitive with its object; for the `company`, with *ci* in most cases."""
        draw = self.rng.random()
        if company and draw < 0.35:
            node = attach(infinitive(self.rng.choice(REACH)), "ci")
            node.right(("obl", self.channel()) if self.chance(0.6) else None)
        elif company and draw < 0.7:
            node = attach(infinitive(self.rng.choice(GIVE)), "ci").right(("obj", self.noun()))
        elif company and draw < 0.78:
            pair = self.rng.choice([("ce", "lo"), ("ce", "la"), ("ce", "li")])
            node = attach(infinitive(self.rng.choice(GIVE)), *pair)
        elif draw < 0.85:
            node = attach(infinitive(self.rng.choice(HANDLE)), self.rng.choice(["lo", "la", "li"]))
        else:
            node = infinitive(self.rng.choice(HANDLE)).right(("obj", self.noun()))
            node.right(("obl", self.channel()) if self.chance(0.25) else None)
        return node.left(("mark", adposition(marker))) if marker else node

    def request(self, person: str | None = None) -> Node:
        """Make an imperative, or a polite subjunctive: *scrivici*, *ci scriva*, *scriveteci*."""
        person = person or self.person()
        makers = [
            self._reach_us,
            self._give_us,
            self._give_us,
            self._give_it,
            self._handle_it,
            self._handle,
            self._handle,
            self._handle,
            self._turn_to,
            self._go,
        ]
        node = self.rng.choice(makers)(person)
        if self.chance(0.12):
            node.left(("advmod", adverb(self.rng.choice(WORDS["softeners"]))))
        return node

    def _command(self, verb: str, person: str, *clitics: tuple[str, str]) -> Node:
        """Make a command with pronouns: before the polite form, after the others."""
        node = finite(verb, f"MP{person}")
        if not clitics:
            return node
        if person == "3S":
            return node.left(*((role, clitic(form)) for form, role in clitics))
        return attach(node, *(form for form, _ in clitics))

    def _reach_us(self, person: str) -> Node:
        node = self._command(self.rng.choice(REACH), person, ("ci", "obj"))
        return node.right(("obl", self.channel()) if self.chance(0.8) else None)

    def _give_us(self, person: str) -> Node:
        node = self._command(self.rng.choice(GIVE), person, ("ci", "iobj"))
        node.right(("obj", self.noun()) if self.chance(0.85) else None)
        return node.right(("obl", self.channel()) if self.chance(0.5) else None)

    def _give_it(self, person: str) -> Node:
        pronoun = self.rng.choice(["lo", "la", "li"])
        node = self._command(self.rng.choice(GIVE), person, ("ce", "iobj"), (pronoun, "obj"))
        node.right(
            ("advmod", adverb(self.rng.choice(["pure", "qui"]))) if self.chance(0.3) else None
        )
        return node.right(("obl", self.channel()) if self.chance(0.4) else None)

    def _handle_it(self, person: str) -> Node:
        pronoun = self.rng.choice(["lo", "la", "li"])
        node = self._command(self.rng.choice(HANDLE), person, (pronoun, "obj"))
        return node.right(("obl", self.channel()) if self.chance(0.5) else None)

    def _handle(self, person: str) -> Node:
        node = finite(self.rng.choice(HANDLE), f"MP{person}").right(("obj", self.noun()))
        return node.right(("obl", self.channel()) if self.chance(0.4) else None)

    def _turn_to(self, person: str) -> Node:
        reflexive = {"2S": "ti", "3S": "si", "2P": "vi"}[person]
        node = self._command("rivolgere", person, (reflexive, "expl"))
        return node.right(("obl", self.noun("people", det="def", prep="a")))

    def _go(self, person: str) -> Node:
        verb = self.rng.choice(["accedere", "andare", "passare", "entrare", "cliccare", "provare"])
        node = finite(verb, f"MP{person}")
        if verb == "provare":
            return node.right(("xcomp", self.infinitive("a")))
        prep = self.rng.choice(["a", "su", "in"])
        return node.right(("obl", self.noun("places", det="def", prep=prep, plural=False)))

    def requests(self) -> Node:
        """Make one request, or two, or a request and a promise."""
        person = self.person()
        node = self.request(person)
        if self.chance(0.3):
            second = self.request(person).left(("cc", conjunction("e", "CCONJ")))
            node.right(("conj", second))
        elif self.chance(0.2):
            promise = finite(self.rng.choice(REACH), "IF1P").left(("obj", clitic(OBJECT[person])))
            node.right(("conj", promise.left(("cc", conjunction("e", "CCONJ")))))
        return node

    def invitation(self) -> Node:
        """Make *La invitiamo a …*, *ti chiediamo di …*."""
        person = self.person()
        verb, marker, role = self.rng.choice(VERBS["invite"])
        pronoun = (OBJECT if role == "obj" else RECIPIENT)[person]
        reading = self.rng.choice(["IP1P", "IP1P", "IP1P", "CP1P", "IP1S"])
        node = finite(verb, reading).left((role, clitic(pronoun)))
        return node.right(("xcomp", self.infinitive(marker, company=True)))

    def ability(self) -> Node:
        """Make *può contattarci*, *potete inviarci … compilando …*, *dovrebbe …*."""
        person = self.person()
        node = self.infinitive(company=True)
        modal = self.rng.choice(["potere", "potere", "dovere", "volere"])
        node.left(("aux", finite(modal, self.rng.choice(["IP", "IP", "CP"]) + person, "AUX")))
        if self.chance(0.3):
            verb = self.rng.choice(HANDLE)
            node.right(("advcl", gerund(verb).right(("obj", self.noun()))))
        elif self.chance(0.2):
            node.right(
                ("advcl", attach(gerund(self.rng.choice(GIVE)), "ci").right(("obj", self.noun())))
            )
        return node

    def proclitic_ability(self) -> Node:
        """Make *ci può contattare*, *ci puoi trovare*."""
        node = infinitive(self.rng.choice(REACH))
        node.left(("obj", clitic("ci")), ("aux", finite("potere", f"IP{self.person()}", "AUX")))
        return node.right(("obl", self.channel()))

    def impersonal(self) -> Node:
        """Make *bisogna …*, *si prega di …*, *è necessario …*, *Le basta …*."""
        kind = self.rng.randrange(4)
        if kind == 0:
            return self.necessity()
        if kind == 1:
            node = finite("pregare", "IP3S").left(("expl:impers", clitic("si")))
            return node.right(("xcomp", self.infinitive("di", company=True)))
        verb = self.rng.choice(["bisognare", "occorrere", "bastare", "convenire"])
        node = finite(verb, "IP3S")
        if verb == "bastare" and self.chance(0.5):
            node.left(("iobj", clitic(RECIPIENT[self.person()])))
        return node.right(("csubj", self.infinitive(company=True)))

    def necessity(self) -> Node:
        """Make *è necessario compilare …*, *non ci è possibile …*."""
        lemma = self.rng.choice(
            ["possibile", "possibile", "necessario", "opportuno", "sufficiente"]
        )
        feats = {"Number": "Sing"} | ({} if lemma.endswith("e") else {"Gender": "Masc"})
        node = Node(lemma, lemma, "ADJ", feats)
        node.left(("cop", finite("essere", self.rng.choice(["IP3S", "IP3S", "IF3S"]), "AUX")))
        node.left(("iobj", clitic("ci")) if self.chance(0.3) else None)
        return self.negated(node, 0.5).right(("csubj", self.infinitive()))

    def let_us_know(self) -> Node:
        """Make *ci faccia sapere se …*, *facci sapere*."""
        node = self._command("fare", self.person(), ("ci", "iobj"))
        know = infinitive("sapere")
        if self.chance(0.6):
            know.right(("ccomp", self.condition(self.person(), mark="se")))
        return node.right(("ccomp", know))

    def do_not_worry(self) -> Node:
        """Make *non si preoccupi*, *non preoccuparti*, *non preoccupatevi*."""
        person = self.person()
        verb = self.rng.choice(["preoccupare", "dimenticare", "esitare", "cancellare", "inviare"])
        if person == "2S":
            node = infinitive(verb)
            if verb == "preoccupare":
                attach(node, "ti")
        else:
            reflexive = {"3S": "si", "2P": "vi"}[person]
            clitics = [(reflexive, "expl")] if verb == "preoccupare" else []
            node = self._command(verb, person, *clitics)
        if verb in ("dimenticare", "esitare"):
            marker = "di" if verb == "dimenticare" else "a"
            node.right(("xcomp", self.infinitive(marker, company=True)))
        elif verb != "preoccupare":
            node.right(("obj", self.noun()))
        return self.negated(node)

    def condition(self, person: str, mark: str) -> Node:
        """Make a clause with *se* or *qualora*: *se non trova il codice*, *qualora avesse …*."""
        mood = "SI" if mark == "qualora" else "IP"
        verb = self.rng.choice(["avere", "ricevere", "trovare", "volere", "riuscire", "perfect"])
        if verb == "perfect":
            node = participle(self.rng.choice(HANDLE)).right(("obj", self.noun()))
            node.left(("aux", finite("avere", mood + person, "AUX")))
        elif verb == "volere":
            node = self.infinitive().left(("aux", finite("volere", mood + person, "AUX")))
        elif verb == "riuscire":
            node = finite(verb, mood + person).right(("xcomp", self.infinitive("a")))
        else:
            node = finite(verb, mood + person).right(("obj", self.noun()))
        return self.negated(node, 0.35).left(("mark", conjunction(mark)))

    def conditional_request(self) -> Node:
        """Make *se il problema persiste, ci scriva …*."""
        person = self.person()
        if self.chance(0.35):
            verb = self.rng.choice(["persistere", "continuare", "tornare", "riguardare"])
            clause = finite(verb, "IP3S").left(
                ("nsubj", self.noun("troubles", "def", plural=False))
            )
            clause.left(("mark", conjunction("se")))
        else:
            clause = self.condition(person, self.rng.choice(["se", "se", "se", "qualora"]))
        clause.right(("punct", Node(",", ",", "PUNCT")))
        return self.request(person).left(("advcl", clause))

    def question(self) -> Node:
        """Make *Può indicarci …?*, *Ci può dire …?*, *Ha già provato a …?*."""
        person = self.person()
        kind = self.rng.randrange(3)
        if kind == 0:
            node = self.infinitive(company=True)
            node.left(("aux", finite("potere", self.rng.choice(["IP", "CP"]) + person, "AUX")))
        elif kind == 1:
            node = infinitive(self.rng.choice(GIVE)).right(("obj", self.noun()))
            node.left(("iobj", clitic("ci")), ("aux", finite("potere", "IP" + person, "AUX")))
        else:
            node = participle("provare").right(("xcomp", self.infinitive("a")))
            node.left(("aux", finite("avere", "IP" + person, "AUX")), ("advmod", adverb("già")))
        return node.right(("punct", Node("?", "?", "PUNCT")))
