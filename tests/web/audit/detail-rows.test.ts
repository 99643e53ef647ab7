import { describe, expect, it } from 'vitest';
import type { AuditEventReply } from '#api/audit/contract.ts';
import { detailRows } from '#web/features/audit/detail-rows.ts';
import { objectOf } from '#web/features/audit/object.ts';
import { filterOf } from '#web/features/audit/filter.ts';
import { auditSearch } from '#web/features/audit/search.ts';
import { parseSearch } from '#web/ui/search.ts';
import { indicatorOf } from '../standings.ts';

const byCode = new Map(
  [
    indicatorOf('prefab-area', { scale: 10_000, decimals: 2, unit: { zh: '万㎡', en: '10k m²' } }),
    indicatorOf('prefab-share', { kind: 'ratio', scale: 10_000, decimals: 2, unit: { zh: '万㎡', en: '10k m²' } }),
  ].map((indicator) => [indicator.code, indicator]),
);
const rows = (group: AuditEventReply['group'], object: string, detail: AuditEventReply['detail']) =>
  detailRows({ group, object, detail }, byCode, 'en').map(({ field, old, now }) => [field, old, now]);

describe('the lines of an event’s detail', () => {
  it('are a correction’s figures in their units, each beside the one before', () => {
    // 19 000 000 m² are 1 900 of 10 000 m²; 20 105 000 of 67 000 000 m² as both parts.
    const found = rows('submission', '2020-09/330100', {
      reason: 'counted twice',
      before: { 'prefab-area': 19_124_000 },
      figures: { 'prefab-area': 19_000_000, 'prefab-share': [20_105_000, 67_000_000] },
    });
    expect(found).toEqual([
      ['reason', null, 'counted twice'],
      ['prefab-area', '1,912.40 × 10k m²', '1,900.00 × 10k m²'],
      ['prefab-share', '--', '2,010.50 / 6,700.00'],
    ]);
  });

  it('are a target before and after, a share as a percentage, and -- where there was none', () => {
    expect(rows('target', '2020/330100/prefab-share', { from: null, to: 3000, reason: '' })).toEqual([
      ['amount', '--', '30.00%'],
      ['reason', null, '--'],
    ]);
    expect(rows('target', '2020/330100/prefab-area', { from: 5_000_000, to: 6_000_000 })).toEqual([
      ['amount', '500.00 × 10k m²', '600.00 × 10k m²'],
    ]);
  });

  it('are the fields of an edited account or a deadline as they were and as they are', () => {
    const detail = {
      from: { role: 'bureau', region: '330100' },
      to: { role: 'leader', region: null },
      reason: 'moved',
    };
    expect(rows('account', 'hangzhou', detail)).toEqual([
      ['role', 'bureau', 'leader'],
      ['region', '330100', '--'],
      ['reason', null, 'moved'],
    ]);
    expect(rows('audit', 'audit', { from: '2020-10-01' })).toEqual([['from', null, '2020-10-01']]);
  });

  it('say a refusal in its sentence, and by its code where the sentence needs what is not known', () => {
    expect(rows('request', '/api/accounts', { problem: 'own-submission' })[0]?.[2]).toMatch(/ /);
    expect(rows('session', 'wenzhou', { problem: 'account-locked' })).toEqual([['problem', null, 'account-locked']]);
  });

  it('keep a figure of an indicator that is gone as it was recorded', () => {
    expect(rows('submission', '2020-09/330100', { figures: { gone: 7 } })).toEqual([['gone', null, '7']]);
  });
});

describe('the object of an event', () => {
  it.each([
    ['submission', '2020-10/331100', { kind: 'submission', year: 2020, month: 10, region: '331100' }],
    ['target', '2020/331100/prefab-area', { kind: 'target', year: 2020, region: '331100', indicator: 'prefab-area' }],
    ['checklist', '2020-10-15/331100/2.4', { kind: 'item', interview: '2020-10-15', region: '331100', item: '2.4' }],
    ['opening', '2021/331100', { kind: 'plan', year: 2021, region: '331100' }],
    ['project', '331100/p1', { kind: 'project', region: '331100', id: 'p1' }],
    ['project', '331100', { kind: 'text', text: '331100' }],
    ['session', 'wenzhou', { kind: 'account', name: 'wenzhou' }],
    ['session', '(unknown)', { kind: 'unknown-account' }],
    ['audit', 'audit', { kind: 'trail' }],
    ['request', '/api/accounts', { kind: 'text', text: '/api/accounts' }],
    ['submission', 'of another form', { kind: 'text', text: 'of another form' }],
  ] as const)('of %s is read from %s', (group, object, expected) => {
    expect(objectOf({ group, object })).toEqual(expected);
  });
});

const read = (search: string) => filterOf(auditSearch(parseSearch(search)));

describe('the filter of an address', () => {
  it('is what the address says', () => {
    expect(read('?from=2020-10-01&to=2020-10-19&actor=温州&group=request&object=2020-10/33&outcome=refused')).toEqual({
      from: '2020-10-01',
      to: '2020-10-19',
      actor: '温州',
      group: 'request',
      object: '2020-10/33',
      outcome: 'refused',
    });
  });

  it('leaves out what is no day, no group, no outcome', () => {
    expect(read('?from=2020-02-30&to=yesterday&group=nothing&outcome=maybe&actor=%3Cb%3E')).toEqual({});
  });

  it('keeps the place of a page as it came, and nothing that only looks like one', () => {
    const place = '2020-10-19T01:00:00.000Z~5b0c-1';
    expect(auditSearch({ before: place }).before).toBe(place);
    expect(auditSearch({ before: '2020-10-19' }).before).toBeUndefined();
  });
});
