
import datetime
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import modelcluster.fields
import portal.publications.models
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('content', '0001_initial'),
        ('core', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicationIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. Shown in search results, feeds and when shared.', max_length=300)),
                ('review_due_on', models.DateField(blank=True, null=True)),
                ('owner_organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.organisation')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='content.topic')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='PublicationPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. Shown in search results, feeds and when shared.', max_length=300)),
                ('review_due_on', models.DateField(blank=True, null=True)),
                ('key', models.CharField(default=portal.publications.models.new_key, editable=False, max_length=200, unique=True, validators=[django.core.validators.RegexValidator('^[^\\x00-\\x1f\\x7f]+$')])),
                ('type', models.CharField(choices=[('report', 'Report'), ('brief', 'Brief'), ('law', 'Law'), ('form', 'Form'), ('dataset', 'Dataset'), ('guidance', 'Guidance'), ('news', 'News'), ('training', 'Training material'), ('other', 'Other publication')], default='report', help_text='Readers filter by it.', max_length=10)),
                ('published_on', models.DateField(blank=True, help_text='The day that stands on the publication itself, not the day it came here.', null=True, verbose_name='published on')),
                ('language', models.CharField(choices=[('en', 'English'), ('tw', 'Twi'), ('ee', 'Ewe'), ('gaa', 'Ga'), ('dag', 'Dagbani'), ('ha', 'Hausa'), ('fr', 'French')], default='en', max_length=8)),
                ('body', wagtail.fields.RichTextField(blank=True, help_text='What a reader learns from it, in a few paragraphs; or the whole text of news.', verbose_name='abstract')),
                ('licence', models.CharField(choices=[('cc-by-4.0', 'Creative Commons Attribution 4.0'), ('cc-by-nc-4.0', 'Creative Commons Attribution-NonCommercial 4.0'), ('public-domain', 'Public domain'), ('all-rights-reserved', 'All rights reserved: ask before copying')], default='cc-by-4.0', max_length=20)),
                ('earlier_edition', models.ForeignKey(blank=True, help_text='For a yearly report: the year before. Each then links to the other.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='later_editions', to='publications.publicationpage')),
                ('organisations', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='The bodies that publish it, in citations its authors.', related_name='+', to='content.organisation', verbose_name='publishers')),
                ('owner_organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.organisation')),
                ('regions', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='The regions it is about. None: the whole country.', related_name='+', to='core.region')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='content.topic')),
            ],
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='PublicationFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('label', models.CharField(blank=True, help_text='What it is called here, for instance “Annex: tables”. Empty: its own title.', max_length=120)),
                ('document', models.ForeignKey(help_text='PDF, Word, Excel, CSV or picture, at most 20 MB.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.portaldocument', verbose_name='file')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='publications.publicationpage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='publicationpage',
            index=models.Index(models.OrderBy(django.db.models.functions.comparison.Coalesce('published_on', models.Value(datetime.date(1, 1, 1))), descending=True), models.OrderBy(models.F('page_ptr'), descending=True), name='publication_newest_first'),
        ),
        migrations.AddConstraint(
            model_name='publicationfile',
            constraint=models.UniqueConstraint(fields=('page', 'document'), name='publication_file_once_a_page', violation_error_message='This file stands on this page already.'),
        ),
    ]
