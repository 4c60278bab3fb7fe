"""The index as rows: what is searchable, its words, what editors add, and what readers missed.

The postings have no foreign keys: they are written by `search.services.write` alone, a hundred
thousand at a time, and `search_index reconcile` proves them.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import RevisionMixin

from search import text

FEWEST_READERS = 5  # fewer than this many with the same words on one day leave no trace


class SearchProfile(models.Model):
    """A combination of facet values and static weight that entries share; never changed.

    Every posting names its entry's profile, so facets are counted and filters checked without
    reading the entries. Rows are immutable, so each process may remember them for good.
    """

    id = models.AutoField(primary_key=True)
    digest = models.CharField(max_length=32, unique=True)
    held = ArrayField(models.TextField())  # facet terms: region=volta
    static_weight = models.FloatField()

    def __str__(self) -> str:
        return self.digest


class SearchDoc(models.Model):
    """One searchable thing, as its provider projected it."""

    id = models.AutoField(primary_key=True)  # kept for life: equal scores show the older first
    key = models.CharField(max_length=255, unique=True)
    kind = models.CharField(max_length=40)
    title = models.TextField()
    summary = models.TextField(blank=True)
    keywords = ArrayField(models.TextField(), default=list)
    body = models.TextField(blank=True)
    language = models.CharField(max_length=12, default="en")
    url = models.TextField()
    facets = models.JSONField(default=dict)
    date = models.DateField(null=True, blank=True)
    in_force = models.BooleanField(default=True)
    static_weight = models.FloatField(default=1.0)
    profile = models.ForeignKey(SearchProfile, on_delete=models.PROTECT, related_name="+")
    checksum = models.CharField(max_length=32)
    indexed_at = models.DateTimeField(auto_now=True)
    length = models.IntegerField()  # in doubled field weights
    phrase_text = models.TextField()  # the words unstemmed, one space between (see text.py)
    term_ids = ArrayField(models.IntegerField(), default=list)
    term_codes = ArrayField(models.SmallIntegerField(), default=list)  # beside term_ids

    class Meta:
        indexes = [models.Index(F("date").desc(nulls_last=True), "id", name="search_doc_newest")]

    def __str__(self) -> str:
        return self.key


class SearchPassage(models.Model):
    """A page of a file or a section of a page: shown below a hit and linked on its own."""

    doc = models.ForeignKey(SearchDoc, on_delete=models.CASCADE, related_name="passages")
    place = models.IntegerField()  # its order in the entry, from 0
    page = models.IntegerField(null=True)
    anchor = models.CharField(max_length=120, blank=True)
    url = models.TextField()
    text = models.TextField()
    term_ids = ArrayField(models.IntegerField(), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["doc", "place"], name="search_passage_place")
        ]

    def __str__(self) -> str:
        return f"{self.doc_id} {self.place}"


class SearchTerm(models.Model):
    """A term and how many entries hold it.

    A term with `=` is no word: `region=volta` is held by the entries with that facet value, and
    `=` by every entry.
    """

    id = models.AutoField(primary_key=True)
    term = models.CharField(max_length=200, unique=True)
    documents = models.IntegerField(default=0)

    def __str__(self) -> str:
        return self.term


class SearchPosting(models.Model):
    """Which entry holds which term, and how strongly. Its table is made by hand (0002).

    Attributes:
        impact: order of the term's best entries; of a facet value, the entry's day.
        code: see `search.codes`. day: days since 2000, the smallest number when undated.
    """

    pk = models.CompositePrimaryKey("term_id", "doc_id")
    term_id = models.IntegerField()
    doc_id = models.IntegerField()
    impact = models.SmallIntegerField()
    code = models.SmallIntegerField()
    day = models.SmallIntegerField()
    profile_id = models.IntegerField()

    class Meta:
        managed = False
        db_table = "search_searchposting"

    def __str__(self) -> str:
        return f"{self.term_id} in {self.doc_id}"


class SearchWord(models.Model):
    """A word as written somewhere in the index, offered when another is misspelt.

    `shortened` holds the word and all its forms with one letter left out: two words within a
    slip of each other share one, so the neighbours of a slip are found through an index.
    """

    word = models.CharField(max_length=40, primary_key=True)
    term = models.CharField(max_length=200)
    shortened = ArrayField(models.CharField(max_length=40))

    class Meta:
        indexes = [GinIndex(fields=["shortened"], name="search_word_shortened")]

    def __str__(self) -> str:
        return self.word


class SearchCollection(models.Model):
    """One row: the totals that ranking needs, kept with every write."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    documents = models.IntegerField(default=0)
    total_length = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="search_collection_one_row")]

    def __str__(self) -> str:
        return f"{self.documents} entries"


class SearchOutbox(models.Model):
    """A change still to be applied to the index, written in the transaction that made it."""

    key = models.CharField(max_length=255)
    page_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    attempts = models.IntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)  # the kind of error, never its text

    class Meta:
        verbose_name_plural = "search outbox"

    def __str__(self) -> str:
        return self.key


class ClusterBacklog(models.Model):
    """An entry whose change the Elasticsearch cluster has not taken yet; see its engine.

    Rows are written only where a cluster is configured.
    """

    doc_id = models.IntegerField()  # no foreign key: the entry may be gone by then

    def __str__(self) -> str:
        return str(self.doc_id)


class SynonymSet(RevisionMixin, models.Model):
    """Words and phrases that mean the same to a reader: searching for one finds the others."""

    words = models.TextField(
        help_text="One word or phrase (up to four words) a line. Each finds all the others."
    )
    note = models.CharField(max_length=200, blank=True, help_text="Why; who asked for it.")
    is_active = models.BooleanField(default=True)

    panels = [FieldPanel("words"), FieldPanel("note"), FieldPanel("is_active")]

    def __str__(self) -> str:
        return " = ".join(self.phrasings())[:120]

    def phrasings(self) -> list[str]:
        return [line.strip() for line in self.words.splitlines() if line.strip()]

    def clean(self) -> None:
        too_long = [p for p in self.phrasings() if not 1 <= len(text.terms_in(p)) <= 4]
        if len(self.phrasings()) < 2 or too_long:
            raise ValidationError(
                {"words": "Give at least two lines, each with one to four words of meaning."}
            )


class RecommendedResult(RevisionMixin, models.Model):
    """A result that editors put first for certain searches, labelled as recommended."""

    searches = models.TextField(
        help_text="One search a line. Case, accents and endings do not matter, nor does order."
    )
    key = models.CharField(
        "page",
        max_length=255,
        help_text="Its address, for instance /sops/case-conference/, its title or its key.",
    )
    note = models.CharField(max_length=200, blank=True, help_text="Why it is recommended.")
    is_active = models.BooleanField(default=True)
    fingerprints = ArrayField(models.CharField(max_length=400), default=list, editable=False)

    panels = [
        MultiFieldPanel([FieldPanel("searches"), FieldPanel("key")], heading="Recommend"),
        FieldPanel("note"),
        FieldPanel("is_active"),
    ]

    def __str__(self) -> str:
        return f"{self.key} for {self.searches.splitlines()[0] if self.searches else ''}"[:120]

    def save(self, *args: object, **kwargs: object) -> None:
        self.fingerprints = self.fingerprints_now()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def clean(self) -> None:
        self.key = public_key(self.key)

    def fingerprints_now(self) -> list[str]:
        """What its searches come down to; written with every save."""
        prints = {fingerprint(line) for line in self.searches.splitlines()}
        return sorted(prints - {""})


def fingerprint(typed: str) -> str:
    """The same for every way of typing a search: its terms in alphabetical order."""
    return " ".join(sorted(set(text.terms_in(typed))))[:400]


class ExpectedResult(RevisionMixin, models.Model):
    """A search whose right answer is known: it has to stay among the first."""

    search = models.CharField(max_length=200, unique=True, help_text="As a reader types it.")
    key = models.CharField(
        "page",
        max_length=255,
        help_text="Its address, for instance /sops/case-conference/, its title or its key.",
    )
    within = models.PositiveSmallIntegerField(
        "among the first", default=3, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )

    panels = [FieldPanel("search"), FieldPanel("key"), FieldPanel("within")]

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="search_expected_within_ten", condition=Q(within__range=(1, 10))
            )
        ]

    def __str__(self) -> str:
        return self.search

    def clean(self) -> None:
        self.key = public_key(self.key)


class PoorSearch(models.Model):
    """How many readers found too little with the same words on one day; see `poor_searches`.

    Attributes:
        words: those that the index holds, in alphabetical order; no others are ever written.
        unknown_words: how many more there were.
        found_some: some of the words were found; False: nothing at all.
        readers: five or more, or the row does not exist.
    """

    day = models.DateField()
    words = ArrayField(models.CharField(max_length=40))
    unknown_words = models.PositiveSmallIntegerField()
    found_some = models.BooleanField()
    readers = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "words", "unknown_words", "found_some"],
                name="search_poor_search_once_a_day",
            ),
            models.CheckConstraint(
                name="search_poor_search_hides_single_readers",
                condition=Q(readers__gte=FEWEST_READERS),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {' '.join(self.words)}"


def public_key(given: str) -> str:
    """The key of the entry with this key, address or title.

    Raises:
        ValidationError: readers can find nothing by that name.
    """
    asked = given.strip()
    path = urlsplit(asked).path
    for condition in (Q(key=asked), Q(url=path), Q(title__iexact=asked)):
        found = SearchDoc.objects.filter(condition).values_list("key", flat=True)[:2]
        if len(found) == 1:
            return found[0]
    raise ValidationError(
        {"key": "No single public page has this address, title or key. Copy its address."}
    )
