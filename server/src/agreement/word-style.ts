import { BorderStyle, type IPropertiesOptions, type IRunOptions } from 'docx'

/** Half points for sizes, hexadecimal colours: what the Word file looks like, in one place, close to the PDF. */
export const ink = {
  plain: '1B1F24',
  quiet: '5A6370',
  accent: '1F4468',
  missing: '9A3412',
} as const

export const rule = { hair: 'C9CED6', firm: '5A6370', shade: 'F1F4F8' } as const

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
/** A table without lines but those its cells draw. */
export const bare = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

const labelFont = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial' }

/** For labels, headers and figures, beside the serif of the text. */
export const label = (size: number): IRunOptions => ({ font: labelFont, size, color: ink.quiet })

/** Word looks for characters of East Asia in a font of its own, whose shapes belong to one country. */
const eastAsia = [
  [/^ja/, 'Yu Mincho', 'ja-JP'],
  [/^ko/, 'Malgun Gothic', 'ko-KR'],
  [/^zh-(tw|hk|mo|hant)/i, 'PMingLiU', 'zh-TW'],
] as const

export function wordStyles(language: string): NonNullable<IPropertiesOptions['styles']> {
  const [, font, tag] = eastAsia.find(([form]) => form.test(language)) ?? ['', 'SimSun', 'zh-CN']
  return {
    default: {
      document: {
        run: {
          font: { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Times New Roman', eastAsia: font },
          size: 21,
          color: ink.plain,
          language: { value: language, eastAsia: tag, bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      title: {
        run: { size: 50, bold: true, color: ink.plain },
        paragraph: { spacing: { before: 120, after: 120 } },
      },
      heading1: heading(26, ink.accent, 400, 160),
      heading2: heading(19, ink.plain, 280, 120),
    },
  }
}

const heading = (size: number, color: string, before: number, after: number) => ({
  run: { font: labelFont, size, color, bold: true },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
})
