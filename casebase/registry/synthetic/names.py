"""Name elements from which invented people are made; any likeness to a real person is chance.

The elements are common ones that very many share, as a phone book would have them. Each spelling of
a day-name is one that clerks write for the same name. From general knowledge, to be read by people
who speak the languages before anybody relies on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MALE, FEMALE = "male", "female"

Spellings = tuple[str, ...]


@dataclass(frozen=True)
class People:
    """How one people of the country names its children.

    Attributes:
        day_names: sex to seven names, Monday first; each name in its spellings, commonest first.
        given: sex to given names that are not day-names; order of birth, clan, Arabic and so on.
        surnames: in their spellings, commonest first.
        language: what the child and the family speak at home.
    """

    code: str
    language: str
    day_names: Mapping[str, tuple[Spellings, ...]]
    given: Mapping[str, tuple[Spellings, ...]]
    surnames: tuple[Spellings, ...]


def _spellings(text: str) -> tuple[Spellings, ...]:
    """`Kofi/Koffi, Yaw` is two names, the first in two spellings."""
    return tuple(tuple(name.strip().split("/")) for name in text.split(","))


NO_DAY_NAMES: dict[str, tuple[Spellings, ...]] = {MALE: (), FEMALE: ()}

FANTE = People(
    code="fante",
    language="Fante",
    day_names={
        MALE: _spellings(
            "Kojo/Kwadwo/Kodwo/Jojo, Kobina/Kwabena/Kobena/Ebo, Kweku/Kwaku/Kuuku/Kwaaku, "
            "Ekow/Yaw/Kwaw/Ekoow, Kofi/Fiifi/Koffi/Yoofi, Kwamena/Kwame/Ato/Kwamina, "
            "Kwesi/Kwasi/Siisi/Akwasi"
        ),
        FEMALE: _spellings(
            "Adwoa/Adjoa/Ajoa/Adwowa, Araba/Abena/Abenaba/Arabah, Ekua/Akua/Kukua/Ekuwa, "
            "Aba/Yaa/Abaa/Yaaba, Efua/Afua/Effua/Efuwa, Ama/Amba/Amma/Ewuraama, "
            "Esi/Akosua/Essie/Esie"
        ),
    },
    given=dict.fromkeys(
        (MALE, FEMALE),
        _spellings(
            "Mensah/Mensa, Anan/Annan, Nsiah/Nsia, Botwe/Botchwey, Tawiah/Tawia, Nyankomago"
        ),
    ),
    surnames=_spellings(
        "Mensah/Mensa, Quansah/Kwansah/Quansa, Essien/Esien, Eshun/Ashun/Eshon, Arthur/Arther, "
        "Ansah/Ansa, Aidoo/Aidu/Edoo, Otoo/Otu/Ottoo, Baidoo/Baidu/Bedoo, Amissah/Amisah/Amissa, "
        "Acquah/Aquah/Akwa, Egyir/Ejir/Egyiri, Abakah/Abaka, Botwe/Botchwe, Bentil/Bentill, "
        "Inkoom/Nkum/Inkum, Donkoh/Donkor, Ewusi/Ewusie, Odoom/Odum, Quainoo/Kwainoo, "
        "Nyarko/Nyarkoh, "
        "Ampiah/Ampia, Dadzie/Dadzi/Dadjie, Sackey/Sakey/Sackie, Yawson/Yorson, Essel/Esel, "
        "Biney/Binney/Bine, Kwofie/Quofie/Kofie, Assan/Asan, Appiah/Apia/Appia, Ghartey/Gartey, "
        "Otabil/Otabill, Eduful/Edufull, Nkrumah/Nkruma, Tachie/Takyi/Tachi, Amoah/Amoa"
    ),
)

AKAN = People(
    code="akan",
    language="Twi",
    day_names={
        MALE: _spellings(
            "Kwadwo/Kojo/Kwadjo/Cudjoe, Kwabena/Kobina/Kwabina/Kwabna, Kwaku/Kweku/Kwakou/Kwarku, "
            "Yaw/Yao/Yau/Yaaw, Kofi/Koffi/Koffie/Coffie, Kwame/Kwami/Kwaame/Kuame, "
            "Kwasi/Kwesi/Akwasi/Kwashie"
        ),
        FEMALE: _spellings(
            "Adwoa/Adjoa/Adwowa/Ajua, Abena/Abenaa/Abina/Abna, Akua/Ekua/Akuwa/Akuah, "
            "Yaa/Ya/Yaah/Yaaya, Afia/Afua/Efia/Afiah, Ama/Amma/Amah/Amaa, "
            "Akosua/Akosuah/Akossua/Asi"
        ),
    },
    given=dict.fromkeys(
        (MALE, FEMALE),
        _spellings(
            "Manu, Mensa/Mensah, Anane/Annane, Badu, Nyamekye/Nyameche, Akwasiba, Serwaa/Serwah"
        ),
    ),
    surnames=_spellings(
        "Owusu/Owuso, Boateng/Boaten/Boatin, Osei/Osae/Osey, Asante/Ashanti/Asanti, Appiah/Apia, "
        "Amoah/Amoa, Amponsah/Amponsa, Agyeman/Ajeman/Adjeman, Antwi/Antwy, Ofori/Oforie, "
        "Addo/Ado, "
        "Frimpong/Frempong, Darko/Darkoh/Darku, Adjei/Agyei/Adjey, Gyasi/Jasi/Gyasie, "
        "Boakye/Boachie, "
        "Sarpong/Sapong, Opoku/Oppoku/Poku, Acheampong/Achampong, Yeboah/Yeboa, Asare/Asarey, "
        "Kyei/Kyei/Chei, Oppong/Opong, Danso/Danson, Badu/Badoo, Wiredu/Wiredoo, Ntim/Intim"
    ),
)

EWE = People(
    code="ewe",
    language="Ewe",
    day_names={
        MALE: _spellings(
            "Kodzo/Kojo/Kodjo/Kudzo, Komla/Kobla/Kwabla/Kormla, Koku/Kwaku/Korku/Kokou, "
            "Yao/Yaw/Yawo/Yaovi, Kofi/Koffi/Kofie/Kofivi, Komi/Kwami/Kwame/Kormi, "
            "Kosi/Kwasi/Kossi/Korsi"
        ),
        FEMALE: _spellings(
            "Adzo/Adjo/Ajo/Adzoa, Abla/Abra/Ablavi/Abena, Aku/Akua/Akuvi/Ekua, "
            "Yawa/Ya/Yaa/Yawovi, Afi/Afua/Afiwa/Afivi, Ama/Ami/Amavi/Amma, "
            "Akosiwa/Kosiwa/Esi/Akosua"
        ),
    },
    given={
        MALE: _spellings(
            "Mawuli/Mawuly, Selorm/Selom, Edem, Elorm/Elom, Dodzi/Doji, Senyo/Senyoh, "
            "Kafui/Kafuii, "
            "Delali/Delaly, Etse/Etsey, Atsu/Atchou, Mawutor/Mawuto, Kekeli/Kekeley, Agbeko/Agbeco"
        ),
        FEMALE: _spellings(
            "Dzifa/Jifa, Sena/Senam, Esinam/Essinam, Enyonam/Enyonham, Akpene/Akpeneh, "
            "Mawusi/Mawusie, "
            "Xorlali/Horlali, Makafui, Dela/Delah, Aseye/Asaye, Yayra/Yara, Kafui, Etriakor/Etriako"
        ),
    },
    surnames=_spellings(
        "Agbeko/Agbeco, Amegah/Amega, Dogbe/Dogbey/Dogbeh, Kpodo/Podo/Kpordo, Atsu/Atchu, "
        "Dzokoto/Jokoto/Dzorkoto, Amenyo/Ameyo, Tamakloe/Tamaklo, Dotse/Dotsey/Doche, "
        "Adzima/Adjima/Adzimah, Ametepe/Amatepe/Ametepey, Gavor/Gavo, Sewornu/Sewonu, "
        "Ahiable/Ahiabley/Ahiablee, Agbenu/Agbenoo, Tsikor/Tsiko/Chikor, Akpalu/Akpaloo, "
        "Dzamesi/Jamesi/Dzamessi, Kwawu/Quawu/Kwao, Hotor/Hoto, Gbeve/Gbeveh, "
        "Avorgbedor/Avogbedor, "
        "Fiagbe/Fiagbey, Torgbui/Togbui, Nyamador/Nyamado, Klutse/Klutsey/Kluche, Agbo/Agboh/Abgo, "
        "Zormelo/Zomelo, Kpeglo/Peglo, Dzidzor/Jijor/Dzidzo"
    ),
)

GA = People(
    code="ga",
    language="Ga",
    day_names={
        MALE: _spellings(
            "Kojo/Kwadjo/Kodjo/Adjo, Kwabla/Kobla/Abla/Kwabena, Kwaku/Aku/Kweku/Okoo, "
            "Kwao/Yaw/Kwaw/Ayaw, Kofi/Koffi/Ofi/Kofie, Kwame/Kwami/Okwame/Kwamey, "
            "Kwashie/Kwashi/Kwesi/Akwashie"
        ),
        FEMALE: _spellings(
            "Adjoa/Ajo/Adzoa/Ajoa, Abla/Abena/Ablah/Abena, Aku/Akua/Akuah/Ekua, "
            "Yaa/Aaba/Yaawa/Ya, Afi/Afua/Afiyo/Effie, Ama/Amah/Amba/Amma, "
            "Akwele/Kosua/Akosua/Akuele"
        ),
    },
    given={
        MALE: _spellings(
            "Tetteh/Teteh/Tettey, Tettey/Tetey, Mensah/Mensa, Nii Okai/Okai, Nii Lante/Lante, "
            "Ayi/Ayie, "
            "Okoe/Oko, Akwetey/Akuetteh, Sowah/Sowa, Anum/Anoom, Nortei/Nortey, Odartei/Odartey"
        ),
        FEMALE: _spellings(
            "Dede/Dedei/Deede, Korkor/Koko/Korko, Kai/Kaai, Tsotsoo/Chocho, Fofo, "
            "Naa Okailey/Okailey, "
            "Naa Lamley/Lamley, Akweley/Akwele, Akuorkor/Akuoko, Oyoe/Oyo, Merley/Mele"
        ),
    },
    surnames=_spellings(
        "Quaye/Kwei/Quay, Lamptey/Lamptei/Lamtey, Ankrah/Ankra, Odoi/Odoy/Odoye, Adjei/Adjey, "
        "Laryea/Larya/Laryeah, Ashitey/Ashitei/Ashite, Tagoe/Tago/Taggoe, Okine/Okyne, "
        "Quartey/Kwatei, "
        "Nortey/Nortei/Norte, Ayitey/Ayittey/Ayite, Allotey/Alotey/Alotei, Armah/Arma, Sowah/Sowa, "
        "Commey/Comey/Komey, Kotey/Kotei, Boye/Boi, Attoh/Ato, Mills/Mils, Okai/Okaye, "
        "Amartey/Amartei"
    ),
)

DANGME = People(
    code="dangme",
    language="Dangme",
    day_names=NO_DAY_NAMES,
    given={
        MALE: _spellings(
            "Tetteh/Tette/Teteh, Teye/Teyeh/Teiye, Narh/Nah/Naa, Tei/Tey, Kwesi/Kwasi, "
            "Nartey/Narte/Nartei, "
            "Sackitey/Sakite, Padi/Paddy, Kwao/Kwaw, Angmor/Angmo, Larweh/Lawer/Lawe, Osom"
        ),
        FEMALE: _spellings(
            "Dede/Dedeh, Korkor/Koko, Maku/Makoo, Mamle/Mamley, Korlekie/Kolekie, Nakie/Naki, "
            "Dzator/Jato, Afieye/Afiyeye, Sakie/Saki, Lakuor/Lakuo, Charkuor, Mannye/Manye"
        ),
    },
    surnames=_spellings(
        "Tetteh/Teteh/Tettey, Nartey/Narte/Nartei, Teye/Teyeh, Narh/Nah, Ocansey/Okansey/Ocansie, "
        "Kabutey/Kabute, Akrofi/Akroffi, Doku/Dokoo, Apronti/Aponti, Djaba/Jaba, "
        "Puplampu/Puplampoo, "
        "Agbosu/Agboso, Azu/Azzu, Lawer/Larweh, Kpabitey/Pabitey, Amanor/Amano, Odonkor/Odonkoh, "
        "Matey/Mate, Sackitey/Sakitey, Dugbatey/Dugbate, Caesar/Ceaser, Kisseh/Kise/Kisse"
    ),
)

NORTHERN = People(
    code="northern",
    language="Dagbani",
    day_names=NO_DAY_NAMES,
    given={
        MALE: _spellings(
            "Alhassan/Alasan/Al-Hassan, Abdulai/Abdulaye/Abdullai, Fuseini/Fuseni/Fusheini, "
            "Iddrisu/Idrisu/Idris, Yakubu/Yakub/Yakubi, Issah/Issa/Isah, Salifu/Saliu, "
            "Sumaila/Sumaela/Smaila, Mohammed/Mohamed/Muhammed, Zakaria/Zakari, Baba/Babah, "
            "Atinga/Atiga, Ayamga/Ayaaga, Dawuda/Dauda, Seidu/Seedu"
        ),
        FEMALE: _spellings(
            "Amina/Aminah/Ameena, Fati/Faati/Fatima, Rahinatu/Rahina, Memunatu/Memuna, "
            "Ayishetu/Aishatu/Ayisha, Adisa/Adisah, Hawa/Hawah/Awa, Sanatu/Senatu, Rukaya/Rukia, "
            "Lariba/Lareba, Asibi/Assibi, Mariama/Mariam, Zenabu/Zeinabu"
        ),
    },
    surnames=_spellings(
        "Alhassan/Alasan, Abdulai/Abdullai, Fuseini/Fusheini, Iddrisu/Idrisu, Yakubu/Yakub, "
        "Mahama/Mahamah, Issah/Issa, Salifu/Saliu, Sulemana/Suleman, Mohammed/Mohamed, "
        "Zakaria/Zakari, Ayariga/Ayarega, Atanga/Attanga, Azure/Azuure, Dery/Deri, Kuubeterzie, "
        "Bawa/Bawah, Tahiru/Tahir, Adam/Adams, Wumbei/Wumbey, Napari/Nabari, Konlan/Konlaan"
    ),
)

PEOPLES = {people.code: people for people in (FANTE, AKAN, EWE, GA, DANGME, NORTHERN)}

CHRISTIAN = {
    MALE: _spellings(
        "Emmanuel/Emanuel/Immanuel, Daniel/Danniel, Samuel/Sammuel, Isaac/Issac/Isaak, "
        "Joseph/Josef, "
        "Ebenezer/Ebeneza/Ebenezar, Michael/Micheal, Gideon/Gidion, Godsway/God's way, "
        "Prosper/Prospa, Wisdom/Wisdon, Courage/Corage, Francis/Frances, Stephen/Steven, "
        "Benjamin/Benjamine, Richard/Richad, Felix/Felis, Solomon/Solomo, Moses/Mosis, Peter/Pita, "
        "John/Jhon, Philip/Phillip/Filip, Justice/Justis, Evans/Evance, Bright/Brite, "
        "Nicholas/Nicolas, Kelvin/Calvin, Desmond/Desmon, Raphael/Rafael, Patrick/Patric"
    ),
    FEMALE: _spellings(
        "Mercy/Mersy, Grace/Grase, Comfort/Comfot, Patience/Patient/Patiance, Gifty/Giffty/Gifti, "
        "Blessing/Blesing, Peace/Peas, Esther/Ester/Esta, Mary/Marry, Elizabeth/Elisabeth, "
        "Vida/Veda, Felicia/Felisia/Phelicia, Priscilla/Pricilla/Presila, Dorcas/Dorkas, "
        "Millicent/Milicent, Rebecca/Rebeca/Rebeka, Hannah/Hanna, Sarah/Sara, Abigail/Abigale, "
        "Georgina/Jorgina, Philomena/Filomena, Juliana/Julianna, Linda/Lynda, Rose/Ros, "
        "Beatrice/Beatris, Charity/Chariti, Joyce/Joice, Victoria/Vitoria, Naomi/Noami, Ruth/Rut"
    ),
}
TWINS = {  # elder and younger twin, called so whatever else they are called
    "fante": ("Panyin", "Kakraba"),
    "akan": ("Panin", "Kakra"),
    "ewe": ("Atsu", "Etse"),
    "ga": ("Akwete", "Akuete"),
    "dangme": ("Panyin", "Kakra"),
    "northern": ("Hassana", "Fuseina"),
}
TWIN_SISTERS = {"ewe": ("Atsufui", "Etsa"), "ga": ("Akweley", "Akuorkor")}
PET_NAMES = (
    "Paa",
    "Nana",
    "Maame",
    "Papa",
    "Junior",
    "Sister",
    "Small",
    "Obaa",
    "Kwaasi",
    "Ebusua",
)
