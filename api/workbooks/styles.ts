/** How cells look: the few ways that our tables need, and the part of a workbook that says so. */

export interface CellLook {
  readonly fill?: 'head' | 'open' | 'wrong';
  readonly font?: 'bold' | 'muted';
  /** Decimals of a number, with thousands apart; null writes it as it is. */
  readonly decimals?: number | null;
  /** Whether it can be filled in where the sheet is protected. */
  readonly isOpen?: boolean;
  readonly wraps?: boolean;
}

const fonts = { plain: 0, bold: 1, muted: 2 };
const fills = { none: 0, head: 2, open: 3, wrong: 4 };
const fillColours = ['FFE8EDF3', 'FFFFF8D6', 'FFFFC7C2'];

/** The part that declares these looks, and the number that a cell names its look by. */
export function stylesOf(looks: readonly CellLook[]): {
  readonly styles: string;
  readonly indexOf: (look: CellLook) => number;
} {
  const distinct = new Map<string, CellLook>([
    [keyOf({}), {}],
    ...looks.map((look): [string, CellLook] => [keyOf(look), look]),
  ]);
  const index = new Map([...distinct.keys()].map((key, at) => [key, at]));
  // A streamed table has millions of cells of a few looks, each one object.
  const known = new WeakMap<CellLook, number>();
  const indexOf = (look: CellLook): number => {
    const at = known.get(look) ?? index.get(keyOf(look)) ?? 0;
    known.set(look, at);
    return at;
  };
  const formats = [...new Set(looks.flatMap(({ decimals }) => (typeof decimals === 'number' ? [decimals] : [])))];
  return { styles: stylesPart([...distinct.values()], formats), indexOf };
}

const keyOf = ({ fill, font, decimals = null, isOpen = false, wraps = false }: CellLook): string =>
  JSON.stringify([fill, font, decimals, isOpen, wraps]);

function stylesPart(looks: readonly CellLook[], formats: readonly number[]): string {
  const formatId = (decimals: number): number => 164 + formats.indexOf(decimals);
  const codes = formats.map(
    (decimals) =>
      `<numFmt numFmtId="${formatId(decimals)}" formatCode="#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}"/>`,
  );
  const solid = fillColours.map(
    (colour) => `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`,
  );
  const xfs = looks.map((look) => {
    const { decimals = null, isOpen = false, wraps = false } = look;
    const fill = look.fill ?? 'none';
    const font = look.font ?? 'plain';
    const format = decimals === null ? 0 : formatId(decimals);
    const border = fill === 'none' ? 0 : 1;
    return (
      `<xf numFmtId="${format}" fontId="${fonts[font]}" fillId="${fills[fill]}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">` +
      `<alignment vertical="center"${wraps ? ' wrapText="1"' : ''}/><protection locked="${isOpen ? 0 : 1}"/></xf>`
    );
  });
  const thin = ['left', 'right', 'top', 'bottom'].map(
    (side) => `<${side} style="thin"><color rgb="FFB8C2CC"/></${side}>`,
  );
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    codes.length === 0 ? '' : `<numFmts count="${codes.length}">${codes.join('')}</numFmts>`,
    '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><sz val="11"/><color rgb="FF5B6770"/><name val="Calibri"/></font></fonts>',
    `<fills count="${2 + solid.length}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid.join('')}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin.join('')}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
