import { describe, expect, test } from 'vitest'
import { defaultPartnerLadder, defaultVendorLadder } from './ladder.ts'
import { readTrigger, triggerText, type Trigger } from './trigger.ts'

describe('reading a trigger', () => {
  test.each<[string, Trigger]>([
    ['75 %', { type: 'share', percent: 75 }],
    ['75%', { type: 'share', percent: 75 }],
    ['At 150 percent of the budget', { type: 'share', percent: 150 }],
    ['87,5 %', { type: 'share', percent: 87.5 }],
    ['at breach', { type: 'share', percent: 100 }],
    ['Breach', { type: 'share', percent: 100 }],
    ['2 hours before due', { type: 'before-due', amount: 2, unit: 'hours' }],
    ['1 day after due', { type: 'after-due', amount: 1, unit: 'days' }],
    ['30 minutes after breach', { type: 'after-due', amount: 30, unit: 'minutes' }],
    ['1 hour without acknowledgement', { type: 'unacknowledged', amount: 1, unit: 'hours' }],
    ['1 h unacknowledged', { type: 'unacknowledged', amount: 1, unit: 'hours' }],
    ['no acknowledgement after 2 hours', { type: 'unacknowledged', amount: 2, unit: 'hours' }],
  ])('%s', (text, trigger) => {
    expect(readTrigger(text)).toEqual({ ok: true, value: trigger })
  })

  test.each([
    ['', 'trigger.unreadable', /at breach/],
    ['soon', 'trigger.unreadable', /at breach/],
    ['2 hourz before due', 'trigger.unreadable', /hours/],
    ['0 hours after due', 'trigger.unreadable', /above zero/],
    ['0 %', 'trigger.percent-out-of-range', /1 to 1000/],
    ['-5 %', 'trigger.percent-out-of-range', /1 to 1000/],
    ['5000 %', 'trigger.percent-out-of-range', /1 to 1000/],
    ['2 business hours after due', 'trigger.names-basis', /2 hours after due/],
  ])('%j is refused with a fix', (text, code, fix) => {
    const read = readTrigger(text)
    expect(read).toMatchObject({ ok: false, refusal: { code, value: text } })
    expect(!read.ok && read.refusal.fix).toMatch(fix)
  })

  test('every default trigger reads back from its own words', () => {
    for (const { trigger } of [...defaultVendorLadder.levels, ...defaultPartnerLadder.levels]) {
      expect(readTrigger(triggerText(trigger))).toEqual({ ok: true, value: trigger })
    }
    expect(defaultVendorLadder.levels.map((one) => triggerText(one.trigger))).toEqual([
      '75 %',
      'at breach',
      '150 %',
      '200 %',
    ])
  })
})
