"""Places that children come from and are taken to, each with the district's code in `portal.core`.

The places exist; what is said to happen in them here is invented. A district is empty where the
gazetteer has none yet (outside Central, Volta, Greater Accra and Oti).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Community:
    """A town, village or landing site, in the spellings that clerks write, commonest first."""

    spellings: tuple[str, ...]
    district: str
    region: str

    @property
    def name(self) -> str:
        return self.spellings[0]


def _communities(table: str) -> tuple[Community, ...]:
    """One place a line: spellings by slashes | district | region."""
    rows = (line.split("|") for line in table.strip().splitlines())
    return tuple(
        Community(tuple(names.split("/")), district, region) for names, district, region in rows
    )


ORIGINS = {  # people: where its families live
    "fante": _communities("""
Ekumpoano/Ekumpuano/Kumpoano|ekumfi|central
Immuna/Imuna/Emuna|ekumfi|central
Narkwa/Nakwa/Narkwah|ekumfi|central
Otuam/Otwam/Otuamu|ekumfi|central
Mumford/Mumfort/Mamfam|gomoa-west|central
Apam/Appam|gomoa-west|central
Dago/Gomoa Dago/Daago|gomoa-west|central
Gomoa Fetteh/Fetteh/Fete|gomoa-east|central
Nyanyano/Nyanyanu/Nyanano|gomoa-east|central
Winneba/Wineba/Simpa|effutu|central
Senya Beraku/Senya/Senya Bereku|awutu-senya-west|central
Moree/Mouri/More|abura-asebu-kwamankese|central
Biriwa/Briwa|mfantseman|central
Anomabo/Anomabu/Anumabo|mfantseman|central
Abandze/Abanzi/Abandzi|mfantseman|central
Kormantse/Kormantin/Kromantse|mfantseman|central
Elmina/Edina|komenda-edina-eguafo-abirem|central
Komenda/Kommenda|komenda-edina-eguafo-abirem|central"""),
    "akan": _communities("""
Kasoa/Kassoa|awutu-senya-east|central
Assin Foso/Fosu/Assin Fosu|assin-central|central
Swedru/Agona Swedru/Swedro|agona-west|central
Breman Asikuma/Asikuma|asikuma-odoben-brakwa|central
Twifo Praso/Praso/Twifu Praso|twifo-atti-morkwa|central
Dunkwa/Dunkwa-on-Offin|upper-denkyira-east|central
Nkawkaw/Nkoko||eastern
Konongo/Konongo Odumase||ashanti"""),
    "ewe": _communities("""
Anyanui/Anyanwui/Anyanuie|anloga|volta
Anloga/Awlorga/Anlogah|anloga|volta
Woe/Whoe|anloga|volta
Tegbi/Tegbui|anloga|volta
Dzelukope/Dzelukorfe/Jelukope|keta|volta
Keta/Quittah|keta|volta
Abor/Abo|keta|volta
Sogakope/Sogakofe/Soga|south-tongu|volta
Mepe/Mepé/Mekpe|north-tongu|volta
Battor/Bator|north-tongu|volta
Adidome/Adidomi|central-tongu|volta
Mafi Kumase/Mafi-Kumasi/Kumase|central-tongu|volta
Akatsi/Akatsie|akatsi-south|volta
Dzodze/Jodze/Dzodje|ketu-north|volta
Aflao/Aflawu/Afloa|ketu-south|volta
Kpetoe/Petoe/Agotime Kpetoe|agotime-ziope|volta"""),
    "ga": _communities("""
Chorkor/Chokor/Chorko|accra|greater-accra
James Town/Jamestown|accra|greater-accra
Teshie/Teshi|ledzokuku|greater-accra
Nungua/Nungwa|krowor|greater-accra
Tema New Town/Tema Manhean/Newtown|tema|greater-accra
Kokrobite/Kokrobitey|ga-south|greater-accra
Kpone/Pone|kpone-katamanso|greater-accra"""),
    "dangme": _communities("""
Ada Foah/Ada/Adafoah|ada-east|greater-accra
Kasseh/Kase/Ada Kasseh|ada-east|greater-accra
Big Ada/Ada Big|ada-east|greater-accra
Sege/Segey|ada-west|greater-accra
Anyamam/Anyaman|ada-west|greater-accra
Prampram/Pram Pram|ningo-prampram|greater-accra
Old Ningo/Ningo/Great Ningo|ningo-prampram|greater-accra
Dodowa/Dodua|shai-osudoku|greater-accra"""),
    "northern": _communities("""
Kpandai/Pandai||northern
Salaga/Salagah||savannah
Makango/Makongo||savannah
Bimbilla/Bimbila||northern
Bawku/Boku||upper-east
Zebilla/Zebila||upper-east
Wa/Waa||upper-west
Tamale/Tamali||northern"""),
}

LAKE = _communities("""
Kete-Krachi/Kete Krachi/Krachi|krachi-west|oti
Dambai/Dambae/Dambayi|krachi-east|oti
Tokuroano/Tokroano|krachi-east|oti
Chinderi/Chindiri|krachi-nchumuru|oti
Borae/Borai|krachi-nchumuru|oti
Abotoase/Tapa Abotoase/Abotwase|biakoye|oti
Kpando Torkor/Torkor/Kpando-Tokor|kpando|volta
Dzemeni/Jemeni/Dzemini|south-dayi|volta
Yeji/Yegyi||bono-east
Kojokrom Landing/Kojokrom||bono-east
Makango Landing/Makongo||savannah
Buipe/Buipei||savannah
Ekye-Amanfrom/Ekye Amanfrom||eastern
Agordeke/Agodeke||eastern""")
TOWNS = _communities("""
Aflao Border/Aflao|ketu-south|volta
Ashaiman/Ashiaman|ashaiman|greater-accra
Madina Market/Madina|la-nkwantanang-madina|greater-accra
Kasoa Market/Kasoa|awutu-senya-east|central
Obuasi/Obuase||ashanti
Techiman Market/Techiman||bono-east
Tarkwa/Takwa||western
Kumasi Kejetia/Kejetia||ashanti""")
