import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { commitAll } from '../commit-all'
import { Desk } from './desk'

const grants = 'nom;montant;date\nClub de judo;1500.5;31/01/2024\nChorale ;900.0;15/11/2024\n'

describe('the report that the language server writes', () => {
  const desk = new Desk()

  it('is on the text as it is shown, for each reader', async () => {
    const uri = desk.write('subventions.csv', 'nom;montant;date\n')
    await desk.client.open(uri, grants)
    const official = (await desk.client.ask('vigie/report', { uri, for: 'elu', format: 'markdown' })).text!
    match(official, /^# subventions\.csv/)
    match(official, /\*\*Date non écrite AAAA-MM-JJ\*\* \(2 fois, dans la colonne «\sdate\s»\)/)
    doesNotMatch(official, /local-date/)
    const agent = (await desk.client.ask('vigie/report', { uri, for: 'agent', format: 'markdown' })).text!
    match(agent, /^\| 2 \| 31\/01\/2024 \|/m)
    match(agent, /`edge-whitespace`/)
    const sheet = (await desk.client.ask('vigie/report', { uri, for: 'successor', format: 'markdown' })).text!
    match(sheet, /^# subventions\.csv\s: fiche de passation/)
    match(sheet, /^\| Date non écrite AAAA-MM-JJ \| date \| 2 \| Vigie le répare d’un coup\./m)
  })

  it('tells what is said of the bytes on disk, and of a document of metadata', async () => {
    const text = 'ville;région\nOrléans;Centre\n'
    const uri = desk.write('latin.csv', Buffer.from(text, 'latin1'))
    await desk.client.open(uri, text)
    match((await desk.client.ask('vigie/report', { uri, for: 'agent', format: 'markdown' })).text!, /`legacy-encoding`/)
    const document = '{ "title": "Arbres de Saint-Malo", "resources": [] }'
    const sheet = desk.write('datapackage.json', document)
    await desk.client.open(sheet, document)
    match(
      (await desk.client.ask('vigie/report', { uri: sheet, for: 'elu', format: 'markdown' })).text!,
      /Ce fichier décrit un paquet de données\./,
    )
  })

  it('is a page that stands alone, if one wants', async () => {
    const uri = desk.write('subventions.csv', grants)
    await desk.client.open(uri, grants)
    const page = (await desk.client.ask('vigie/report', { uri, for: 'elu', format: 'html' })).text!
    match(
      page,
      /^<!doctype html>\n<html lang="fr">[^]*<h1>subventions\.csv[^]*<strong>Date non écrite AAAA-MM-JJ<\/strong>/,
    )
  })

  it('compares the text as it is shown with another file, or with the last version in git', async () => {
    const before = desk.write('ancien.csv', grants)
    const uri = desk.write('subventions.csv', grants)
    const mended = grants.replace('31/01/2024', '2024-01-31')
    await desk.client.open(uri, mended)
    const isThere = async () => (await desk.client.ask('vigie/hasFormer', { uri })).isThere
    const note = async (asked: { readonly before?: string }) =>
      (await desk.client.ask('vigie/changes', { uri, format: 'markdown', ...asked })).text
    match((await note({ before }))!, /^\| Date non écrite AAAA-MM-JJ \| avertissement \| 2 \| 1 \| 1 de moins \|$/m)
    match((await note({ before }))!, /^\| date \| 1 \| 31\/01\/2024 → 2024-01-31 \(ligne 2\) \|$/m)
    equal(await note({ before: desk.uriOf('rien.csv') }), undefined)
    deepEqual([await isThere(), await note({})], [false, undefined])
    commitAll(desk.folder)
    deepEqual(await isThere(), true)
    await desk.client.edit(uri, 2, 1, 'Club de judo;1500.5;31/01/2024')
    deepEqual(await isThere(), false)
    await desk.client.edit(uri, 3, 1, 'Club de judo;1500.5;2024-01-31')
    match((await note({}))!, /la dernière qui est gardée dans git, du /)
    doesNotMatch((await note({}))!, /schema-drift|version précédente/)
  })

  it('is none where there is nothing to read', async () => {
    const uri = desk.write('notes.json', '{ "x": 1 }')
    await desk.client.open(uri, '{ "x": 1 }')
    equal((await desk.client.ask('vigie/report', { uri, for: 'elu', format: 'markdown' })).text, undefined)
  })
})
