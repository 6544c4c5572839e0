// What depends on the day: which day it is where, how far off another is, and how that is said.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayIn, dayOf, inWords, measure } from '../../themes/default/js/day.js';

/** The day it is somewhere, as a date. @param {string} timezone @param {string} moment */
const date = (timezone, moment) => new Date(dayIn(timezone, Date.parse(moment)) * 86_400_000).toISOString().slice(0, 10);

test('the day is the one of the time zone, not the one of the reader', () => {
  for (const [timezone, moment, expected] of [
    ['UTC', '2026-11-23T23:59:59.999Z', '2026-11-23'],
    ['UTC', '2026-11-24T00:00:00Z', '2026-11-24'],
    ['Europe/Amsterdam', '2026-11-23T22:59:59Z', '2026-11-23'],
    ['Europe/Amsterdam', '2026-11-23T23:00:00Z', '2026-11-24'],
    // Fourteen hours ahead of UTC: the first to have a new day.
    ['Pacific/Kiritimati', '2026-11-23T09:59:59Z', '2026-11-23'],
    ['Pacific/Kiritimati', '2026-11-23T10:00:00Z', '2026-11-24'],
    ['America/Los_Angeles', '2026-11-24T07:59:59Z', '2026-11-23'],
    ['America/Los_Angeles', '2026-11-24T08:00:00Z', '2026-11-24'],
    ['Asia/Kathmandu', '2026-11-23T18:14:59Z', '2026-11-23'],
    ['Asia/Kathmandu', '2026-11-23T18:15:00Z', '2026-11-24'],
    ['America/Los_Angeles', '2027-01-01T07:59:59Z', '2026-12-31'],
  ]) assert.equal(date(timezone, moment), expected, `${timezone} at ${moment}`);
});

test('a day on which the clocks change is one day, in all its hours', () => {
  for (const [timezone, midnight, hours, expected] of [
    ['Europe/Amsterdam', '2026-03-28T23:00:00Z', 23, '2026-03-29'],
    ['Europe/Amsterdam', '2026-10-24T22:00:00Z', 25, '2026-10-25'],
    ['America/Los_Angeles', '2026-03-08T08:00:00Z', 23, '2026-03-08'],
    ['America/Los_Angeles', '2026-11-01T07:00:00Z', 25, '2026-11-01'],
    // Here the clocks change at midnight: that day begins at one o'clock.
    ['Africa/Cairo', '2026-04-23T22:00:00Z', 23, '2026-04-24'],
  ]) {
    const start = Date.parse(midnight);
    const day = dayOf(expected);
    const days = Array.from({ length: hours * 60 }, (_, minute) => dayIn(timezone, start + minute * 60_000));
    assert.deepEqual([...new Set(days)], [day], `${timezone} on ${expected}`);
    assert.equal(dayIn(timezone, start - 1), day - 1);
    assert.equal(dayIn(timezone, start + hours * 3_600_000), day + 1);
  }
});

test('days between dates are counted over leap days, changes of the clocks and years', () => {
  for (const [from, to, days] of [
    ['2026-11-21', '2026-11-24', 3],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2028-02-28', '2028-03-01', 2],
    ['2027-02-28', '2027-03-01', 1],
    ['2100-02-28', '2100-03-01', 1],
    ['2026-12-31', '2027-01-01', 1],
    ['2027-01-01', '2026-12-31', -1],
    ['1969-12-30', '1970-01-02', 3],
  ]) assert.equal(dayOf(to) - dayOf(from), days, `${from} to ${to}`);
});

test('a leap day is a day of its own', () => {
  assert.equal(date('Europe/Amsterdam', '2028-02-29T12:00:00Z'), '2028-02-29');
  assert.equal(date('Pacific/Kiritimati', '2028-02-28T10:00:00Z'), '2028-02-29');
});

test('a time zone that this browser does not know is taken for the reader\'s own', () => {
  const now = new Date();
  const own = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
  assert.equal(dayIn('Europe/Atlantis', now.getTime()), own);
});

test('days up to two weeks, then weeks up to eight, then months', () => {
  for (const [days, count, unit] of [
    [0, 0, 'day'], [1, 1, 'day'], [14, 14, 'day'], [-14, -14, 'day'],
    [15, 2, 'week'], [17, 2, 'week'], [18, 3, 'week'], [-18, -3, 'week'], [59, 8, 'week'], [-59, -8, 'week'],
    [60, 2, 'month'], [-60, -2, 'month'], [90, 3, 'month'], [365, 12, 'month'], [-730, -24, 'month'],
  ]) assert.deepEqual(measure(days), [count, unit], `${days} days`);
});

test('how far off something due is, in the words of the language', () => {
  const [en, nl] = ['{time} overdue', '{time} over tijd'];
  for (const [days, english, dutch] of [
    [0, 'today', 'vandaag'],
    [1, 'tomorrow', 'morgen'],
    [2, 'in 2 days', 'overmorgen'],
    [3, 'in 3 days', 'over 3 dagen'],
    [14, 'in 14 days', 'over 14 dagen'],
    [15, 'in 2 weeks', 'over 2 weken'],
    [100, 'in 3 months', 'over 3 maanden'],
    [-1, '1 day overdue', '1 dag over tijd'],
    [-2, '2 days overdue', '2 dagen over tijd'],
    [-20, '3 weeks overdue', '3 weken over tijd'],
    [-75, '2 months overdue', '2 maanden over tijd'],
  ]) {
    assert.equal(inWords(days, 'en', en), english);
    assert.equal(inWords(days, 'en-GB', en), english);
    assert.equal(inWords(days, 'nl', nl), dutch);
    assert.equal(inWords(days, 'nl-BE', nl), dutch);
  }
});

test('a language that this browser refuses does not keep the words from the reader', () => {
  assert.match(inWords(3, 'nl-x', '{time} over tijd'), /3/);
  assert.match(inWords(-3, 'nl-x', '{time} over tijd'), /^\D*3.* over tijd$/);
});
