"""Irregular verbs of Italian: what cannot be built from the infinitive.

A line: infinitive; present (six forms); subjunctive (singular, third plural); singular
imperatives; future stem; remote past (1S, 3S, 3P); participle stem; theme stem. A dash stands for
"as the regular verb". A compound (*ottenere*, *proporre*) follows its base verb; whether a verb is
a compound of it is decided with Morph-it's forms in `paradigm.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .regular import PERSONS, SUB_IMPERFECT, Reading, group_future, group_stem, participle

_LINES = """
essere;sono sei è siamo siete sono;sia siano;sii;sar;fui fu furono;stat;fo
avere;ho hai ha abbiamo avete hanno;abbia abbiano;abbi;avr;ebbi ebbe ebbero;avut;ave
fare;faccio fai fa facciamo fate fanno;faccia facciano;fa fai;far;feci fece fecero;fatt;face
dire;dico dici dice diciamo dite dicono;dica dicano;di;dir;dissi disse dissero;dett;dice
dare;do dai dà diamo date danno;dia diano;da dai;dar;diedi diede diedero;dat;da
stare;sto stai sta stiamo state stanno;stia stiano;sta stai;star;stetti stette stettero;stat;sta
andare;vado vai va andiamo andate vanno;vada vadano;va vai;andr;-;andat;anda
potere;posso puoi può possiamo potete possono;possa possano;-;potr;-;potut;pote
volere;voglio vuoi vuole vogliamo volete vogliono;voglia vogliano;-;vorr;volli volle vollero;volut;vole
dovere;devo devi deve dobbiamo dovete devono;debba debbano;-;dovr;-;dovut;dove
sapere;so sai sa sappiamo sapete sanno;sappia sappiano;sappi;sapr;seppi seppe seppero;saput;sape
venire;vengo vieni viene veniamo venite vengono;venga vengano;vieni;verr;venni venne vennero;venut;veni
tenere;tengo tieni tiene teniamo tenete tengono;tenga tengano;tieni;terr;tenni tenne tennero;tenut;tene
porre;pongo poni pone poniamo ponete pongono;ponga pongano;poni;porr;posi pose posero;post;pone
durre;duco duci duce duciamo ducete ducono;duca ducano;duci;durr;dussi dusse dussero;dott;duce
trarre;traggo trai trae traiamo traete traggono;tragga traggano;trai;trarr;trassi trasse trassero;tratt;trae
bere;bevo bevi beve beviamo bevete bevono;beva bevano;bevi;berr;bevvi bevve bevvero;bevut;beve
rimanere;rimango rimani rimane rimaniamo rimanete rimangono;rimanga rimangano;rimani;rimarr;rimasi rimase rimasero;rimast;rimane
scegliere;scelgo scegli sceglie scegliamo scegliete scelgono;scelga scelgano;scegli;-;scelsi scelse scelsero;scelt;sceglie
cogliere;colgo cogli coglie cogliamo cogliete colgono;colga colgano;cogli;-;colsi colse colsero;colt;coglie
togliere;tolgo togli toglie togliamo togliete tolgono;tolga tolgano;togli;-;tolsi tolse tolsero;tolt;toglie
sciogliere;sciolgo sciogli scioglie sciogliamo sciogliete sciolgono;sciolga sciolgano;sciogli;-;sciolsi sciolse sciolsero;sciolt;scioglie
salire;salgo sali sale saliamo salite salgono;salga salgano;sali;-;-;salit;sali
uscire;esco esci esce usciamo uscite escono;esca escano;esci;-;-;uscit;usci
morire;muoio muori muore moriamo morite muoiono;muoia muoiano;muori;morr;-;mort;mori
sedere;siedo siedi siede sediamo sedete siedono;sieda siedano;siedi;-;-;sedut;sede
valere;valgo vali vale valiamo valete valgono;valga valgano;vali;varr;valsi valse valsero;vals;vale
piacere;piaccio piaci piace piacciamo piacete piacciono;piaccia piacciano;piaci;-;piacqui piacque piacquero;piaciut;piace
tacere;taccio taci tace tacciamo tacete tacciono;taccia tacciano;taci;-;tacqui tacque tacquero;taciut;tace
parere;paio pari pare paiamo parete paiono;paia paiano;-;parr;parvi parve parvero;pars;pare
parire;paio pari pare pariamo parite paiono;paia paiano;pari;-;parvi parve parvero;pars;pari
solere;soglio suoli suole sogliamo solete sogliono;soglia sogliano;-;-;-;solit;sole
cucire;cucio cuci cuce cuciamo cucite cuciono;cucia cuciano;cuci;-;-;cucit;cuci
empire;empio empi empie empiamo empite empiono;empia empiano;empi;-;-;empit;empi
nuocere;nuoccio nuoci nuoce nuociamo nuocete nuocciono;nuoccia nuocciano;nuoci;-;nocqui nocque nocquero;nuociut;nuoce
udire;odo odi ode udiamo udite odono;oda odano;odi;-;-;udit;udi
spegnere;spengo spegni spegne spegniamo spegnete spengono;spenga spengano;spegni;-;spensi spense spensero;spent;spegne
muovere;muovo muovi muove muoviamo muovete muovono;muova muovano;muovi;-;mossi mosse mossero;moss;muove
cuocere;cuocio cuoci cuoce cuociamo cuocete cuociono;cuocia cuociano;cuoci;-;cossi cosse cossero;cott;cuoce
vedere;-;-;-;vedr;vidi vide videro;vist;vede
vivere;-;-;-;vivr;vissi visse vissero;vissut;vive
cadere;-;-;-;cadr;caddi cadde caddero;cadut;cade
mettere;-;-;-;-;misi mise misero;mess;mette
scrivere;-;-;-;-;scrissi scrisse scrissero;scritt;scrive
aprire;-;-;-;-;-;apert;apri
offrire;-;-;-;-;-;offert;offri
coprire;-;-;-;-;-;copert;copri
"""


class Irregular(NamedTuple):
    """One line of the table; "-" where the verb is regular."""

    infinitive: str
    present: str
    subjunctive: str
    imperative: str
    future: str
    past: str
    participle: str
    theme: str


BASES = {row.infinitive: row for row in (Irregular(*line.split(";")) for line in
                                         _LINES.strip().splitlines())}


def _sub_imperfect(stem: str) -> list[Reading]:
    return [(stem + end, f"SI{p}") for p, end in zip(PERSONS, SUB_IMPERFECT, strict=True)]


EXTRA: dict[str, tuple[tuple[str, str], ...]] = {
    "essere": tuple(
        (form, f"II{person}")
        for person, form in zip(PERSONS, "ero eri era eravamo eravate erano".split(), strict=True)
    )
    + (("siate", "MP2P"), ("fummo", "IR1P"), ("fosti", "IR2S"), ("foste", "IR2P")),
    "avere": (("abbiate", "MP2P"), ("abbiate", "SP2P"), ("avemmo", "IR1P"), ("avesti", "IR2S")),
    "sapere": (("sappiate", "MP2P"), ("sappiate", "SP2P")),
    "volere": (("vogliate", "MP2P"), ("vogliate", "SP2P")),
    "dovere": (("debbo", "IP1S"), ("debbono", "IP3P"), ("deva", "SP3S"), ("dobbiate", "SP2P")),
    "dire": (("di'", "MP2S"),),
    "fare": (("fa'", "MP2S"), ("fo", "IP1S")),
    "dare": (("da'", "MP2S"), ("desti", "IR2S"), ("deste", "IR2P"), *_sub_imperfect("de")),
    "stare": (("sta'", "MP2S"), ("stesti", "IR2S"), ("steste", "IR2P"), *_sub_imperfect("ste")),
    "empire": (("empiendo", "G"),),
    "andare": (("va'", "MP2S"),),
    "vedere": tuple((f, r) for f, r in participle("vedut")),
}


def readings(base: Irregular) -> Iterator[Reading]:
    """Give the irregular part of a verb's paradigm."""
    if base.present != "-":
        yield from _present(base)
    if base.future != "-":
        yield from group_future(base.future)
    if base.past != "-":
        yield from zip(base.past.split(), ("IR1S", "IR3S", "IR3P"), strict=True)
    yield from participle(base.participle)
    if base.infinitive != "essere":
        yield from group_stem(base.infinitive, base.theme)
        yield from ((base.theme + end, f"IR{p}") for end, p in
                    (("sti", "2S"), ("mmo", "1P"), ("ste", "2P")))
    else:
        yield from (*_sub_imperfect("fo"), ("essendo", "G"), ("essente", "PPS"))
    yield from EXTRA.get(base.infinitive, ())


def _present(base: Irregular) -> Iterator[Reading]:
    forms = base.present.split()
    for person, form in zip(PERSONS, forms, strict=True):
        yield form, f"IP{person}"
    single, plural = base.subjunctive.split()
    yield from ((single, f"SP{p}") for p in ("1S", "2S", "3S"))
    yield plural, "SP3P"
    yield forms[3], "SP1P"
    yield forms[3][:-2] + "te", "SP2P"
    if base.imperative != "-":
        yield from ((form, "MP2S") for form in base.imperative.split())
        yield forms[3], "MP1P"
    if base.imperative != "-" and base.infinitive not in ("essere", "avere", "sapere"):
        yield forms[4], "MP2P"
