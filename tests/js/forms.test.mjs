// Forms of a word, and slips.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold } from '../../themes/default/js/fold.js';
import { edits, sameWord, stems } from '../../themes/default/js/forms.js';

const same = (/** @type {string} */ one, /** @type {string} */ other) => sameWord(stems(fold(one)), stems(fold(other)));

test('forms of one word', () => {
  for (const forms of [
    // English
    'backup backups', 'policy policies', 'deploy deployed deploying deploys', 'plan planned planning plans', 'box boxes', 'invoice invoices invoicing',
    // Dutch
    'factuur facturen', 'beslissing beslissingen', 'brief brieven', 'huis huizen', 'pakket pakketten', 'kantoor kantoren', 'mogelijkheid mogelijkheden',
    'klant klanten', 'venster venstertje', 'betaal betalen',
    // German
    'Vertrag Verträge Vertrags', 'Führung Führungen', 'Haus Häuser Häusern', 'Frist Fristen', 'Rechnung Rechnungen', 'prüfen Prüfung', 'Gerät Geräte Geräten',
    // French
    'journal journaux', 'réseau réseaux', 'traduction traductions', 'pénalité pénalités', 'paiement paiements', 'livré livrée livrées',
    // Ukrainian
    'рахунок рахунки рахунку', "об'єкт об'єкти об'єктів об'єктами", 'пароль паролі паролем', 'зустріч зустрічі', 'переклад переклади', 'музей музею', 'новий нова нового',
  ]) {
    const [first, ...others] = forms.split(' ');
    for (const other of others) assert.ok(same(first, other), `${first} and ${other}`);
  }
});

test('other words', () => {
  for (const [one, other] of [['map', 'mast'], ['plan', 'plant'], ['price', 'print'], ['over', 'even'], ['haus', 'hand'], ['рік', 'рука'], ['the', 'then']]) {
    assert.ok(!same(one, other), `${one} and ${other}`);
  }
});

test('how many letters are wrong', () => {
  for (const [one, other, wrong] of [
    ['invoice', 'invoice', 0], ['invioce', 'invoice', 1], ['invoce', 'invoice', 1], ['invoicee', 'invoice', 1], ['imvoice', 'invoice', 1],
    ['nivoise', 'invoice', 2], ['invoice', 'office', 3], ['abcdefgh', 'abcd', 3], ['abcd', 'abcdefgh', 3], ['', 'abc', 3], ['ab', '', 2],
  ]) assert.equal(edits(one, other, 2), wrong, `${one} ${other}`);
});

test('how many letters of a beginning are wrong', () => {
  for (const [one, other, wrong] of [['invoi', 'invoice', 0], ['invio', 'invoice', 1], ['nvoi', 'invoice', 1], ['xyzzy', 'invoice', 3], ['invoicing', 'invo', 3]]) {
    assert.equal(edits(one, other, 2, true), wrong, `${one} ${other}`);
  }
});
