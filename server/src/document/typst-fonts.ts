import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/**
 * The fonts of printed documents: Source Serif 4 for the words of the record, Inter for labels and figures, and for
 * each further script one family that is loaded only when a document uses the script (the Chinese one alone weighs
 * 17 MB). Han characters have national shapes, so their families come in the order of the document's language, or,
 * where that says nothing, of the parties' countries.
 */
export interface FontChoice {
  /** Names the choice: equal choices can share one compiler. */
  readonly key: string
  readonly serif: readonly string[]
  readonly sans: readonly string[]
  readonly files: readonly string[]
}

interface Family {
  readonly name: string
  readonly script: RegExp
  readonly files: readonly string[]
}

const google = '@expo-google-fonts'

const base = [
  `${google}/source-serif-4/400Regular/SourceSerif4_400Regular.ttf`,
  `${google}/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
  `${google}/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf`,
  `${google}/inter/400Regular/Inter_400Regular.ttf`,
  `${google}/inter/500Medium/Inter_500Medium.ttf`,
  `${google}/inter/600SemiBold/Inter_600SemiBold.ttf`,
]

const han = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u

const chinese: Family = {
  name: 'Noto Sans S Chinese',
  script: han,
  files: [
    '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
    '@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf',
  ],
}

const japanese: Family = {
  name: 'BIZ UDPGothic',
  script: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  files: [
    `${google}/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf`,
    `${google}/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf`,
  ],
}

const korean: Family = {
  name: 'NanumGothic',
  script: /\p{Script=Hangul}/u,
  files: [
    `${google}/nanum-gothic/400Regular/NanumGothic_400Regular.ttf`,
    `${google}/nanum-gothic/700Bold/NanumGothic_700Bold.ttf`,
  ],
}

const others: readonly Family[] = [
  {
    name: 'Noto Naskh Arabic',
    script: /\p{Script=Arabic}/u,
    files: [
      '@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Regular.ttf',
      '@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Bold.ttf',
    ],
  },
  {
    name: 'Noto Sans Hebrew',
    script: /\p{Script=Hebrew}/u,
    files: [
      '@embedpdf/fonts-hebrew/fonts/NotoSansHebrew-Regular.ttf',
      '@embedpdf/fonts-hebrew/fonts/NotoSansHebrew-Bold.ttf',
    ],
  },
  {
    name: 'Noto Sans Thai',
    script: /\p{Script=Thai}/u,
    files: [
      `${google}/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf`,
      `${google}/noto-sans-thai/600SemiBold/NotoSansThai_600SemiBold.ttf`,
    ],
  },
  {
    name: 'Noto Sans Devanagari',
    script: /\p{Script=Devanagari}/u,
    files: [
      `${google}/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf`,
      `${google}/noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf`,
    ],
  },
]

/**
 * Chooses the fonts that a text needs. `places` are language tags and country codes, the most telling first; the first
 * of them that writes Han characters in a shape of its own decides the shape, then the kana or hangul in the text do.
 */
export function chooseFonts(text: string, places: readonly string[]): FontChoice {
  const needed = [...eastAsian(text, places), ...others.filter((one) => one.script.test(text))]
  const names = needed.map((family) => family.name)
  return {
    key: names.join('|'),
    serif: ['Source Serif 4', 'Inter', ...names],
    sans: ['Inter', 'Source Serif 4', ...names],
    files: [...base, ...needed.flatMap((family) => family.files)],
  }
}

function eastAsian(text: string, places: readonly string[]): Family[] {
  const kana = japanese.script.test(text)
  const hangul = korean.script.test(text)
  if (!han.test(text)) return [...(kana ? [japanese] : []), ...(hangul ? [korean] : [])]
  const shape = places.map(hanShape).find((family) => family !== undefined)
  const first = shape ?? (kana ? japanese : chinese)
  const needed = new Set([first])
  if (kana) needed.add(japanese)
  // Complete for Han where the other families stop at what their own language uses.
  needed.add(chinese)
  if (hangul) needed.add(korean)
  return [...needed]
}

function hanShape(place: string): Family | undefined {
  if (/^(ja|jpn|JP)(-|$)/.test(place)) return japanese
  if (/^(zh|zho|yue|CN|TW|HK|MO|SG)(-|$)/.test(place)) return chinese
  return undefined
}

/** The bytes of the chosen files, found where the packages are installed. */
export const readFonts = (choice: FontChoice): Promise<Buffer[]> =>
  Promise.all(choice.files.map((file) => readFile(packageFile(file))))

/** Packages without `exports` resolve by path; those with it are found beside their entry. */
function packageFile(file: string): string {
  const [scope = '', name = '', ...path] = file.split('/')
  if (scope === google) return fileURLToPath(import.meta.resolve(file))
  const entry = import.meta.resolve(`${scope}/${name}`)
  const root = entry.slice(0, entry.lastIndexOf(`/${name}/`) + name.length + 2)
  return fileURLToPath(new URL(path.join('/'), root))
}
