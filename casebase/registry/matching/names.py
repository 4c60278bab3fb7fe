"""Ghanaian personal names: how one is cut into words, and which spellings are one name.

Most of the lists are the Akan, Ewe, Ga and Hausa names that a register on the coast and on the
lake meets every day. They are ours, from common knowledge; README "Counting once" says who has to
read them over. Nothing here knows a database.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

Kind = Literal["day", "order", "known", "common", "plain"]

_AFRICAN_LETTERS = str.maketrans(
    {"ɛ": "e", "ɔ": "o", "ə": "e", "ŋ": "n", "ɖ": "d", "ƒ": "f", "ɣ": "g", "ʋ": "v", "ı": "i"}
)
_NOT_A_LETTER = re.compile(r"[^a-z]+")
_APOSTROPHES = re.compile("['’ʼ`´]")


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words before a name that say a rank or a kinship, and are no part of who it is.
TITLES = _listed(
    "mr mrs ms miss master madam madame maame mame auntie aunty uncle nana papa paa mama togbe "
    "efo dada daavi daa na egya opanyin opanin alhaji hajia hajj sister brother bro sis small "
    "junior jnr jr snr sr baby called alias aka nee known as"
)

# Weekday → every spelling of that day's name in Akan (Twi and Fante), Ewe and Ga.
BOYS_DAYS = {
    "sunday": "kwasi akwasi kwesi akwesi kosi kossi kwashi kwashie kwasie quarshie quashie kwasivi "
    "kosivi siisi bodua",
    "monday": "kwadwo kojo kodzo kodjo kwadzo kwodwo kodwo cudjoe kwajo kojoe kudjo kudzo jojo "
    "joojo kwadjo kodzovi",
    "tuesday": "kwabena kobina kobena kwabna komla kwamla kobla kwabla kwabina kobby kobi ebo ebow "
    "komlavi",
    "wednesday": "kwaku kweku koku kuuku kwakuu kwekuu quaku korku kokuvi abeiku yooku yoku",
    "thursday": "yaw yao yau yawo ekow kwaw yawovi yaovi ekoh yokow kow",
    "friday": "kofi koffi kofie koffie fiifi fifi yoofi kofivi kofee",
    "saturday": "kwame kwami komi kwamena kwamina kwamie kommi komie ato kwamivi",
}
GIRLS_DAYS = {
    "sunday": "akosua akos esi akosiwa kosiwa akosia akoshia akosuah akosuwa akossiwa essi esie "
    "akousa akosiba kwasiwa akasia",
    "monday": "adwoa adjoa adzo adzoa ajoa adjo adwoba ajoba adwowa adjowa adzovi adua ejo",
    "tuesday": "abena araba abla abra abenaa abina ablavi abrema ablah abrah",
    "wednesday": "akua aku ekua kuukua akuvi akuba akuah ekuah akuwa ekuwa akuyo akuwah",
    "thursday": "yaa ya yawa yaaba aba yaba baaba ayawa yaah yawavi yah",
    "friday": "afua efua afi afia efia afiba afivi effua afuah efuah afiwa effie efe afuwa",
    "saturday": "ama ami amma amba ame amah amavi awurama ameyo amewa",
}

# Names given by the order of birth. Sisters and brothers differ in them, twins above all.
BIRTH_ORDER = {
    "twin": "ata atta attah ataa attaa",
    "first twin": "panyin panin payin panyi atsu oko okoo akuete",
    "second twin": "kakra kakera kakraba etse akuetteh",
    "after twins": "tawia tawiah edo edoh tawiaa",
    "second": "manu maanu korkor korko koko korkoi karkor tei teiko teye",
    "third": "mansa mansah mensa mensah mensa kai maku narh",
    "fourth": "anan anane anani nartey tsotsoo tsotso",
    "first": "piesie tetteh teteh tettey dede dedei baako",
    "fifth": "num anum anumah",
    "sixth": "nsia ansia",
    "ninth": "nkrumah nkruma",
    "tenth": "badu baduwa",
    "last": "kaakyire kakyire kaakyira",
}
TWIN_PLACES = frozenset({"first twin", "second twin"})

# One name, several forms: a short form, a form of another language, an Arabic name as written here.
KNOWN_FORMS = tuple(
    frozenset(line.split())
    for line in """
emmanuel emma manu immanuel manuel emmanuella
samuel sammy sam samuelson
elizabeth lizzy eliza beth betty elisabeth lisbeth esabet
benjamin ben benjy
daniel dan danny
joseph joe yosef yusif yussif yusuf josef
isaac ike isaak
abraham ibrahim abram ebrahim
michael mike mikel
christiana christy tina christina kristina christine
rebecca becky rebeka
abigail abi abby gail
theresa teresa terry tess teresah
margaret maggie magaret margret
victoria vic vicky
comfort comfy konfot
patience pat
matilda tilda mathilda
francis frank franklin
charles charlie
stephen steven steve steevin
philip phillip phil
patrick paddy
dorothy dora dorothea
ernestina ernestine
mohammed muhammad mohamed muhammed mahamadu mohammad mahama muhamed
abdul abdulai abdullah abdulah abdallah
issah isa issa eisa
iddrisu idris idrisu iddris
fuseini husseini hussein huseini fusheini
alhassan hassan alhasan lhassan
aminatu amina aminata minatu
fatima fati fatimatu fatimata fatimah faty
memunatu maimuna memuna maimunatu
suleman sulemana suleiman sulley sulemanu
yakubu yakub jakub jacob
salamatu salma salamat salam
rahinatu rahina
zenabu zainab zeinab zainabu zenab
mariama mariam maryam mary maria marie
haruna harun aaron
seidu saidu seydu saeed
yahaya yahya
dzifa jifa
selorm selom
mawuli mauli
""".strip().splitlines()
)

# So frequent on the coast and the lake that sharing one says little more than sharing a town.
COMMON = _listed(
    "emmanuel samuel elizabeth grace mary comfort joseph daniel benjamin isaac abigail gifty "
    "patience mercy esther victoria janet felicia prince princess blessing michael john james "
    "peter paul richard eric dorcas sarah hannah rebecca vida rita gloria agnes beatrice lydia "
    "owusu osei boateng asante asamoah appiah addo agyemang agyeman amoah ansah antwi arthur baah "
    "boakye danso darko frimpong gyamfi kyei ofori opoku oppong quaye sarpong yeboah acheampong "
    "adjei agyei amponsah bonsu donkor essien gyasi ofosu quansah sackey tetteh lamptey laryea "
    "nartey okine teye lartey agbeko amegah dogbe mohammed ibrahim issah alhassan fuseini iddrisu "
    "yakubu abdul amina fati abubakari sulemana seidu musah adam adams baidoo eshun aidoo otoo "
    "acquah mensah mensa nkrumah serwaa pokuaa konadu nyarko kumi obeng amankwah mawuli dzifa "
    "edem selorm kafui sena elikem yayra"
)

# Given at baptism or school; a child has one of these, and beside it a name of the house.
CHRISTIAN = _listed(
    "emmanuel samuel elizabeth grace mary comfort joseph daniel benjamin isaac abigail gifty "
    "patience mercy esther victoria janet felicia prince princess blessing michael john james "
    "peter paul richard eric dorcas sarah hannah rebecca vida rita gloria agnes beatrice lydia "
    "abraham christiana theresa margaret matilda francis charles stephen philip patrick dorothy "
    "ernestina jacob aaron moses david solomon joshua caleb gideon ebenezer nathaniel george "
    "william robert albert alfred frederick ernest felix justice godfred bright wisdom courage "
    "desmond dennis derrick evans frank fred gabriel raphael nicholas mark luke matthew martin "
    "simon stephen thomas timothy victor vincent alice anita ann anna barbara belinda bernice "
    "cecilia charity charlotte cynthia deborah diana doris emelia eunice evelyn faith faustina "
    "florence georgina gladys helen irene jennifer joyce judith juliana juliet linda love lucy "
    "martha millicent monica naomi peace perpetua philomena priscilla rachel regina rose ruth "
    "sandra selina stella susana sylvia vera veronica vivian winifred wendy jonathan jeremiah "
    "clement collins kelvin kevin edward edmund ishmael israel jerry godsway prosper nelson "
    "anthony augustine augustina bernard bertha christian christopher clifford elijah enoch "
    "ezekiel godwin hagar leonard leticia maxwell obed portia reuben salomey samson seth shadrack "
    "silas sophia susanna titus believe bless delight divine favour happy hope joy marvelous "
    "perfect precious promise rejoice wonder"
)


def folded(text: str) -> str:
    """Small letters without marks; a letter of Ewe or Akan becomes the one people type for it."""
    lower = text.lower().translate(_AFRICAN_LETTERS)
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", lower)
        if not unicodedata.combining(letter)
    )


def words_of(*texts: str) -> tuple[str, ...]:
    """Each name once, in order, folded and without titles.

    A text of titles alone ("Nana") keeps them: it is all that was heard.
    """
    said = _APOSTROPHES.sub("", folded(" ".join(texts)))
    words = [word for word in _NOT_A_LETTER.split(said) if len(word) > 1]
    names = [word for word in words if word not in TITLES] or words
    return tuple(dict.fromkeys(names))


def _spellings(groups: dict[str, str], prefix: str) -> Iterator[tuple[str, str]]:
    for group, spellings in groups.items():
        for spelling in spellings.split():
            yield spelling, f"{prefix}:{group}"


@cache
def day_names() -> dict[str, frozenset[str]]:
    """Spelling → the day-name groups it stands for: "boy:friday", "girl:sunday"."""
    pairs = [*_spellings(BOYS_DAYS, "boy"), *_spellings(GIRLS_DAYS, "girl")]
    return _groups_by_spelling(pairs)


@cache
def birth_order_names() -> dict[str, frozenset[str]]:
    """Spelling → its place among the children of one mother: "order:third"."""
    return _groups_by_spelling(_spellings(BIRTH_ORDER, "order"))


@cache
def known_forms() -> dict[str, frozenset[str]]:
    """Spelling → the family of forms it belongs to, named by its first member in the alphabet."""
    pairs = ((form, f"form:{min(forms)}") for forms in KNOWN_FORMS for form in forms)
    return _groups_by_spelling(pairs)


def _groups_by_spelling(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for spelling, group in pairs:
        found.setdefault(spelling, set()).add(group)
    return {spelling: frozenset(groups) for spelling, groups in found.items()}
