"""Short invented texts: what workers write in summaries, notes and reasons for a decision."""

from __future__ import annotations

import random

MARK = "INVENTED"  # the word that begins a text on every invented case and operation
ABOUT_THE_PERSON = f"{MARK}: this person does not exist. Made for the demonstration."
ABOUT_THE_OPERATION = f"{MARK}: this operation did not take place. Made for the demonstration."

ON_THE_LAKE = (
    "Joint patrol of the landing site at first light; {children} children taken off {boats} boats.",
    "Neighbours reported children diving for nets. {children} children found, {boats} boats.",
    "Planned operation after two weeks of watching the landing site; {boats} boats stopped.",
    "Outreach visit turned into a rescue when {children} children asked to go home.",
)
IN_TOWN = (
    "Inspection of a market at night; {children} children selling alone were taken into care.",
    "Call to the helpline about children in a locked store; {children} found.",
    "A bus was stopped on the road; {children} children travelled with nobody who knew them.",
    "Inspection of a drinking place; {children} girls under eighteen were working there.",
)
NOTES = (
    "First talk in the child's own language. The child was calm and asked when school begins.",
    "Seen by the nurse: skin rash and stomach pain. Sent to the district hospital for tests.",
    "The child says the journey to the lake was by lorry at night, with an uncle's friend.",
    "Bilharzia test positive; treatment given. Next check in six weeks.",
    "The child does not want to be photographed. Explained again that nobody will insist.",
    "The child counts to fifty and writes the first letters of the name. No school so far.",
    "Asked about brothers and sisters: one is said to be still on the water.",
    "Spoke with the assembly member of the home community; the family is known there.",
    "The mother was reached through a neighbour. She asked twice whether the child eats well.",
    "The child slept through the night for the first time. Joins the others at football.",
    "Interpreter needed: the child answers in one language and understands another.",
    "Visited the home. Roof under repair, grandmother present, two younger children in school.",
    "School kit handed over against signature. Head teacher will call if the child stays away.",
    "The child is afraid of a man who came to the gate. Reported to the police desk today.",
    "Apprenticeship discussed: the child would like to sew. Workshop to be visited on Monday.",
)
SENSITIVE_NOTES = (
    "The child spoke about beatings and showed the marks. Heard by two workers; no third telling.",
    "The carer named by the family may be the recruiter. Do not share the shelter's place.",
)
CORRECTIONS = (
    "Correction: the visit was on the day before, not on the day written above.",
    "Correction: it was the aunt who was reached, not the mother.",
    "Correction: the test was negative; the sheet of another child had been read.",
)
CONFIRMING = (
    "Moved away from home, kept at work on the water and never paid; a master was named.",
    "Handed over for money by a relative, worked from before dawn; could not leave.",
    "Promised schooling, put to work at once; the recruiter kept the transport money as a debt.",
)
CLEARING = (
    "Lives with both parents, who fish there; goes to school. Helping out, not exploited.",
    "The adult is the mother's brother; the family confirmed the visit. No work, no gain.",
    "The person is an adult who came to trade and was free to leave. Released with an apology.",
)
ON_REVIEW = (
    "Reviewed after the family's complaint: the first decision was taken without hearing them.",
    "Reviewed with new statements from two other children of the same boat.",
)


def operation_summary(rng: random.Random, *, on_the_lake: bool, children: int, boats: int) -> str:
    story = rng.choice(ON_THE_LAKE if on_the_lake else IN_TOWN)
    return f"{ABOUT_THE_OPERATION} {story.format(children=children, boats=boats)}"
