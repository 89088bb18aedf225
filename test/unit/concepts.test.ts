import assert from 'node:assert/strict'
import { conceptIn, glossary } from '../../server/engine/concept'
import { conceptMarkdown } from '../../server/engine/concept-words'
import { conceptIds } from '../../server/engine/concepts'
import { openDataset } from '../../server/engine/dataset'
import { hoverConcept, hoverLabel } from '../../server/engine/hover'
import type { Authority } from '../../server/engine/model/authority'
import { conceptPage } from '../../server/engine/pages'
import { profile } from '../../server/engine/profile'
import { rules } from '../../server/engine/rules'
import { bundledSchema, catalogue } from '../../server/engine/schema/catalogue'

const languages = ['fr', 'en'] as const

describe('concepts', () => {
  for (const language of languages)
    it(`have a definition that stands alone, a stake, an example, a mistake, its repair and a question in ${language}`, () => {
      for (const id of conceptIds) {
        const { title, definition, stake, example, mistake, repair, question } = conceptIn(id, language)
        for (const part of [title, definition, stake, example, mistake, repair, question])
          assert.ok(part.length > 2, id)
        assert.match(definition, /[.!?…]$/, id)
        assert.match(question, /\?/, id)
      }
    })

  it('tell the same facts in both languages, and nothing where none is established', () => {
    const told = languages.map(language => conceptIds.filter(id => conceptIn(id, language).facts !== ''))
    assert.deepEqual(told[0], told[1])
    assert.ok(told[0]!.length > 70, String(told[0]!.length))
    for (const id of told[0]!)
      for (const language of languages) assert.match(conceptIn(id, language).facts, /\.\)?$/, id)
  })

  it('have no paragraph that is told to nobody', () => {
    for (const language of languages)
      for (const id of conceptIds) {
        const { definition, stake, example, facts, mistake, repair, question } = conceptIn(id, language)
        const parts = [definition, stake, example, facts, mistake, repair, question].filter(part => part !== '')
        const [, text = ''] = /^---\n[\s\S]*?\n---\n([\s\S]*)$/.exec(conceptPage(id, language)) ?? []
        assert.equal(text.trim().split(/\n{2,}/).length, parts.length, `${id} ${language}`)
      }
  })

  it('quote the thresholds of the law for an authority of the reader’s size, and say nothing when it is not known', () => {
    assert.match(said({ population: '3500-to-20000', staff: '50-or-more' }), /doit publier en ligne/)
    assert.match(said({ population: 'under-3500' }), /rien ne l’oblige/)
    assert.match(said({ population: 'over-20000', staff: 'under-50' }), /rien ne l’oblige/)
    assert.doesNotMatch(said({ population: 'over-20000' }), /Votre collectivité/)
    assert.doesNotMatch(said(undefined), /Votre collectivité/)
    const other = conceptMarkdown('outlier', { language: 'fr', level: 'elu', authority: { population: 'under-3500' } })
    assert.doesNotMatch(other, /Votre collectivité/)
  })

  it('lead to the same official texts in both languages, on the web', () => {
    const referred = conceptIds.filter(id => conceptIn(id, 'fr').references.length > 0)
    assert.ok(referred.length > 60)
    for (const id of referred) {
      assert.deepEqual(conceptIn(id, 'fr').references, conceptIn(id, 'en').references)
      for (const address of conceptIn(id, 'fr').references) assert.match(new URL(address).protocol, /^https?:$/, id)
    }
    assert.match(
      conceptMarkdown('open-data-thresholds', { language: 'fr', level: 'agent' }),
      /Références officielles.*legifrance\.gouv\.fr/,
    )
  })

  it('are all in the glossary, sorted by title', () => {
    for (const language of languages) {
      const titles = glossary(language).map(({ title }) => title)
      assert.equal(titles.length, conceptIds.length)
      assert.deepEqual(
        titles,
        titles.toSorted((a, b) => a.localeCompare(b, language)),
      )
    }
  })

  it('stand behind every rule', () => {
    for (const { id, concepts } of rules) {
      assert.ok(concepts.length > 0, id)
      for (const concept of concepts) assert.ok(conceptIds.includes(concept), `${id}: ${concept}`)
    }
  })

  it('are told in short to an official', () => {
    assert.doesNotMatch(conceptMarkdown('outlier', { language: 'fr', level: 'elu' }), /Erreur fréquente/)
    assert.match(conceptMarkdown('outlier', { language: 'fr', level: 'elu' }), /L’enjeu/)
    assert.match(
      conceptMarkdown('outlier', { language: 'fr', level: 'agent' }),
      /À savoir.*Erreur fréquente.*Pour corriger/s,
    )
  })

  for (const { id } of catalogue)
    it(`stand behind every label of ${id}, which has a meaning in both languages`, () => {
      const schema = bundledSchema(id)!
      const header = schema.fields.map(({ name }) => (/[",;\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name))
      const text = `${header.join(';')}\n${header.map(() => 'x').join(';')}\n`
      const dataset = openDataset(new TextEncoder().encode(text), { schema: { schema, source: 'flag' } })
      for (const [column, { name }] of schema.fields.entries()) {
        assert.ok(conceptIds.includes(hoverConcept(dataset, column)), name)
        for (const language of languages) {
          const markdown = hoverLabel(dataset, column, { language, level: 'elu' }) ?? ''
          // A heading, and what it means.
          assert.ok(markdown.split('\n\n').length >= 3, `${name}: ${markdown}`)
        }
      }
    })

  it('are those of what a column holds, without a schema too', () => {
    const expected = {
      SIRET: 'siren-siret',
      code_insee: 'insee-commune-code',
      latitude: 'coordinate-reference-system',
      'Montant voté': 'mean-vs-median',
      remarques: 'data-dictionary',
      'Nom de la commune': 'insee-commune-code',
    }
    const dataset = openDataset(new TextEncoder().encode(`${Object.keys(expected).join(';')}\n`))
    for (const [column, [label, concept]] of Object.entries(expected).entries())
      assert.equal(hoverConcept(dataset, column), concept, label)
  })

  it('are not those of a word that means another thing', () => {
    assert.equal(conceptUnder('site', 'Piscine', 'Mairie', 'Mairie', 'Piscine', 'Piscine'), 'code-list')
    assert.equal(conceptUnder('site', 'https://valbrume.fr', 'https://valbrume.fr/eau'), 'stable-url')
    assert.equal(conceptUnder('Site internet', 'valbrume.fr', 'valbrume.net'), 'stable-url')
    assert.equal(conceptUnder('lien', 'père', 'tutrice'), 'data-dictionary')
    assert.equal(conceptUnder('licence', 'FFF', 'FFJDA'), 'data-dictionary')
    assert.equal(conceptUnder('licence', 'Licence Ouverte 2.0', 'ODbL'), 'open-licences')
    assert.equal(conceptUnder('long', '-1.68', '-1.5'), 'coordinate-reference-system')
    assert.equal(conceptUnder('Stationnement long', '120', '40', '35'), 'data-dictionary')
    assert.equal(conceptUnder('Dette à long terme en euros', '120000.5', '40000', '35.5'), 'mean-vs-median')
    const counts = bundledSchema('etalab/schema-comptage-mobilites-site')!
    const places = openDataset(new TextEncoder().encode('site_name\n'), { schema: { schema: counts, source: 'flag' } })
    assert.notEqual(hoverConcept(places, 0), 'stable-url')
  })

  it('are, where nothing names them, those of what the values show', () => {
    assert.equal(conceptOf('un arbre', '', 'un banc'), 'missing-value')
    assert.equal(conceptOf('un arbre', 'un jeu', 'un banc'), 'data-dictionary')
    assert.equal(conceptOf('arbre', 'banc', 'arbre', 'banc', 'arbre'), 'code-list')
    const sirets = ['90000001900019', '90000001900027', '90000001900035', '90000001900043', '90000001900050']
    assert.equal(conceptOf(...sirets), 'siren-siret')
  })
})

/** That of a column with these values, whose label says nothing. */
function conceptOf(...values: readonly string[]): string {
  return conceptUnder('choses', ...values)
}

/** That of a column with this label and these values. */
function conceptUnder(label: string, ...values: readonly string[]): string {
  const rows = [`ref_x;${label}`, ...values.map((one, i) => `R${i};${one}`)]
  const dataset = openDataset(new TextEncoder().encode(rows.join('\n')))
  const read = profile(dataset)
  return hoverConcept(dataset, 1, { profile: read.columns[1]!, rows: read.rows })
}

function said(authority: Authority | undefined): string {
  return conceptMarkdown('open-data-thresholds', { language: 'fr', level: 'elu', ...(authority && { authority }) })
}
