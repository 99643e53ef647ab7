import { describe, expect, it } from 'vitest';
import { isStrongPassword } from '#api/accounts/password-policy.ts';
import { hashPassword, isOutdated, verifyPassword } from '#api/accounts/password.ts';
import { cheapHash } from '#tests/support/cheap-password.ts';

const owner = { name: 'wenzhou', titles: ['温州市住房和城乡建设局', 'Wenzhou housing and construction bureau'] };

describe('a password', () => {
  it.each([
    ['Qingming-2021-rain', 'four classes'],
    ['correct horse battery 9', 'lower case, digits and spaces'],
    ['清晨雨后的西湖边A1', 'Chinese characters count as others'],
    ['三月的风-四月的雨-7a', 'a Chinese passphrase'],
    [`Qingming-rain-7 ${'x'.repeat(200)}`, 'length has no limit but the request’s'],
  ])('is strong: “%s” (%s)', async (password) => {
    expect(await isStrongPassword(password, owner)).toBe(true);
  });

  it.each([
    ['Ab1-efghi', 'nine characters'],
    ['abcdefghij12', 'two classes'],
    ['AAAAaaaa1111', 'three different characters in one case or the other'],
    ['Password123!', 'a common word with decoration'],
    ['P@ssw0rd2020', 'a common word in disguise'],
    ['Zhejiang2020!', 'the province'],
    ['Jiansheting#1', 'the department in pinyin'],
    ['Qwertyuiop1!', 'a run on the keyboard'],
    ['my-Wenzhou-2021', 'the own name'],
    ['Xushi-demo-2020', 'words of the product, a year'],
    ['Huawei@1234', 'a maker and a run of digits'],
    ['1qaz@WSX3edc', 'columns of the keyboard'],
    ['Spring2026!!', 'a season and its year'],
    ['Zhejiang@zjt1', 'the province and the department’s letters'],
    ['Sh4ngh@!2021', 'a city in disguise'],
    ['序时进度Ab12345', 'the product’s name and a run'],
    ['住房和城乡建设局A1a', 'the own office'],
  ])('is weak: “%s” (%s)', async (password) => {
    expect(await isStrongPassword(password, owner)).toBe(false);
  });

  it('is judged quickly, however it is made', async () => {
    await isStrongPassword('Qingming-2021-rain', owner);
    const begun = performance.now();
    const nasty = ['<->?:"{}|_+~!@#$%^&*()1qaz'.repeat(10).slice(0, 256), '@4$5!1|0'.repeat(32), 'aA1!'.repeat(64)];
    for (const password of nasty) await isStrongPassword(password, owner);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe('a password’s hash', () => {
  it('names its cost, has a salt of its own and knows its password', async () => {
    const [one, two] = await Promise.all([hashPassword('Qingming-2021'), hashPassword('Qingming-2021')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(two).not.toBe(one);
    expect(await verifyPassword('Qingming-2021', one)).toBe(true);
    expect(await verifyPassword('Qingming-2022', one)).toBe(false);
  });

  it('counts every character: the 65th, and the form of each', async () => {
    const long = 'x'.repeat(64);
    const hash = await hashPassword(`${long}a`);
    expect(await verifyPassword(`${long}b`, hash)).toBe(false);
    expect(await verifyPassword(long, hash)).toBe(false);
  });

  it('is outdated where its cost is not today’s', async () => {
    expect(isOutdated(cheapHash)).toBe(true);
    expect(isOutdated(await hashPassword('x'))).toBe(false);
  });

  it('that does not exist fits nothing', async () => {
    expect(await verifyPassword('', null)).toBe(false);
  });
});
