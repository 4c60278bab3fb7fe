"""Seed the regions of Ghana and the districts of the four regions that the work begins in.

Public lists disagree on names and mix districts with constituencies, so each place has a code of
ours and the other names people write. `verified_on` stays empty until an office has checked a row.
Capitals are left out where we are not sure of them.
"""

from django.db import migrations

REGIONS = """
ahafo|Ahafo|Goaso|
ashanti|Ashanti|Kumasi|
bono|Bono|Sunyani|
bono-east|Bono East|Techiman|
central|Central|Cape Coast|
eastern|Eastern|Koforidua|
greater-accra|Greater Accra|Accra|Accra Region; GAR
north-east|North East|Nalerigu|
northern|Northern|Tamale|
oti|Oti|Dambai|
savannah|Savannah|Damongo|Savanna
upper-east|Upper East|Bolgatanga|
upper-west|Upper West|Wa|
volta|Volta|Ho|
western|Western|Sekondi-Takoradi|
western-north|Western North|Sefwi Wiawso|
"""

# code | name | kind (D, M, X for metropolitan) | capital | other names, by semicolons
DISTRICTS = {
    "central": """
abura-asebu-kwamankese|Abura-Asebu-Kwamankese|D|Abura Dunkwa|AAK; Abura/Asebu/Kwamankese
agona-east|Agona East|D|Nsaba|Agona Nsaba
agona-west|Agona West|M|Swedru|Agona Swedru
ajumako-enyan-essiam|Ajumako-Enyan-Essiam|D|Ajumako|AEE; Ajumako/Enyan/Essiam; Ajumako Enyan Esiam
asikuma-odoben-brakwa|Asikuma-Odoben-Brakwa|D|Breman Asikuma|AOB; Asikuma/Odoben/Brakwa
assin-central|Assin Central|M|Assin Foso|Assin Fosu
assin-north|Assin North|D|Assin Bereku|
assin-south|Assin South|D|Nsuaem Kyekyewere|Assin Nsuaem; Assin Kyekyewere
awutu-senya-east|Awutu Senya East|M|Kasoa|
awutu-senya-west|Awutu Senya West|D|Awutu Breku|Awutu Senya; Awutu Bereku; Awutu Beraku
cape-coast|Cape Coast|X|Cape Coast|CCMA; Oguaa
effutu|Effutu|M|Winneba|
ekumfi|Ekumfi|D|Essarkyir|Ekumfi Essarkyir
gomoa-central|Gomoa Central|D|Afransi|Gomoa Afransi
gomoa-east|Gomoa East|D|Potsin|Gomoa Potsin
gomoa-west|Gomoa West|D|Apam|
komenda-edina-eguafo-abirem|Komenda-Edina-Eguafo-Abirem|M|Elmina|KEEA; Komenda/Edina/Eguafo/Abirem; Edina
mfantseman|Mfantseman|M|Saltpond|Mfantsiman
twifo-atti-morkwa|Twifo Atti-Morkwa|D|Twifo Praso|Twifo Ati-Morkwa; Twifo Ati Mokwa
twifo-hemang-lower-denkyira|Twifo Hemang Lower Denkyira|D|Hemang|THLD; Twifo Hemang; Hemang Lower Denkyira
upper-denkyira-east|Upper Denkyira East|M|Dunkwa-on-Offin|
upper-denkyira-west|Upper Denkyira West|D|Diaso|
""",
    "volta": """
adaklu|Adaklu|D|Waya|Adaklu Waya
afadzato-south|Afadzato South|D|Ve Golokwati|Afadjato South; Golokwati
agotime-ziope|Agotime-Ziope|D|Kpetoe|Agotime Kpetoe
akatsi-north|Akatsi North|D|Ave Dakpa|Ave-Dakpa
akatsi-south|Akatsi South|M|Akatsi|
anloga|Anloga|D|Anloga|
central-tongu|Central Tongu|D|Adidome|
ho|Ho|M|Ho|
ho-west|Ho West|D|Dzolokpuita|
hohoe|Hohoe|M|Hohoe|
keta|Keta|M|Keta|
ketu-north|Ketu North|M|Dzodze|
ketu-south|Ketu South|M|Denu|Aflao
kpando|Kpando|M|Kpando|Kpandu
north-dayi|North Dayi|D|Anfoega|
north-tongu|North Tongu|D|Battor|Battor Dugame
south-dayi|South Dayi|D|Kpeve|Kpeve New Town
south-tongu|South Tongu|D|Sogakope|
""",
    "greater-accra": """
ablekuma-central|Ablekuma Central|M||
ablekuma-north|Ablekuma North|M||
ablekuma-west|Ablekuma West|M|Dansoman|
accra|Accra|X|Accra|AMA
ada-east|Ada East|D|Ada Foah|
ada-west|Ada West|D|Sege|
adenta|Adenta|M|Adenta|Adentan
ashaiman|Ashaiman|M|Ashaiman|Ashiaman
ayawaso-central|Ayawaso Central|M||
ayawaso-east|Ayawaso East|M|Nima|
ayawaso-north|Ayawaso North|M||
ayawaso-west|Ayawaso West|M||Ayawaso West Wuogon
ga-central|Ga Central|M|Sowutuom|
ga-east|Ga East|M|Abokobi|
ga-north|Ga North|M|Ofankor|
ga-south|Ga South|M|Ngleshie Amanfro|
ga-west|Ga West|M|Amasaman|
korle-klottey|Korle Klottey|M|Osu|Korley Klottey; Korle Klotey
kpone-katamanso|Kpone Katamanso|M|Kpone|
krowor|Krowor|M|Nungua|
la-dade-kotopon|La Dade Kotopon|M|La|La Dade-Kotopon; LaDMA
la-nkwantanang-madina|La Nkwantanang Madina|M|Madina|La Nkwantanang-Madina; LaNMMA
ledzokuku|Ledzokuku|M|Teshie|
ningo-prampram|Ningo Prampram|D|Prampram|Ningo-Prampram
okaikwei-north|Okaikwei North|M||Okaikoi North; Okai Kwei North
shai-osudoku|Shai-Osudoku|D|Dodowa|
tema|Tema|X|Tema|TMA
tema-west|Tema West|M||
weija-gbawe|Weija Gbawe|M|Weija|Weija-Gbawe
""",
    "oti": """
biakoye|Biakoye|D|Nkonya Ahenkro|
guan|Guan|D||
jasikan|Jasikan|D|Jasikan|
kadjebi|Kadjebi|D|Kadjebi|
krachi-east|Krachi East|M|Dambai|
krachi-nchumuru|Krachi Nchumuru|D|Chinderi|Krachi Ntsumuru
krachi-west|Krachi West|D|Kete Krachi|Kete-Krachi
nkwanta-north|Nkwanta North|D|Kpassa|
nkwanta-south|Nkwanta South|M|Nkwanta|
""",
}
KINDS = {"D": "district", "M": "municipal", "X": "metropolitan"}


def rows(table):
    return [line.split("|") for line in table.strip().splitlines()]


def names(text):
    return [name.strip() for name in text.split(";") if name.strip()]


def seed(apps, schema_editor):
    Region, District = apps.get_model("core", "Region"), apps.get_model("core", "District")
    PlaceAlias = apps.get_model("core", "PlaceAlias")
    for code, name, capital, others in rows(REGIONS):
        region = Region.objects.create(code=code, name=name, capital=capital)
        for other in names(others):
            PlaceAlias.objects.create(name=other, region=region)
    for region_code, table in DISTRICTS.items():
        region = Region.objects.get(code=region_code)
        for code, name, kind, capital, others in rows(table):
            district = District.objects.create(
                code=code, region=region, name=name, kind=KINDS[kind], capital=capital
            )
            for other in names(others):
                PlaceAlias.objects.create(name=other, district=district)


def unseed(apps, schema_editor):
    """Remove what was seeded; a place that something refers to stops this, and rightly."""
    District, Region = apps.get_model("core", "District"), apps.get_model("core", "Region")
    for table in DISTRICTS.values():
        District.objects.filter(code__in=[row[0] for row in rows(table)]).delete()
    Region.objects.filter(code__in=[row[0] for row in rows(REGIONS)]).delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [migrations.RunPython(seed, unseed)]
