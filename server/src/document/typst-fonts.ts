import { readFile } from 'node:fs/promises'

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
  /** URLs. */
  readonly files: readonly string[]
}

interface Family {
  readonly name: string
  readonly script: RegExp
  readonly files: readonly string[]
}

/** Packages with `exports` resolve to their entry alone; their fonts lie in a folder beside its own. */
const beside = (entry: string, file: string): string => new URL(`../fonts/${file}`, entry).href

const base = [
  import.meta.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  import.meta
    .resolve('@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
  import.meta.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
  import.meta.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf'),
  import.meta.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
]

const han = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u

const chinese: Family = {
  name: 'Noto Sans S Chinese',
  script: han,
  files: [
    beside(import.meta.resolve('@embedpdf/fonts-sc'), 'NotoSansHans-Regular.otf'),
    beside(import.meta.resolve('@embedpdf/fonts-sc'), 'NotoSansHans-Bold.otf'),
  ],
}

const japanese: Family = {
  name: 'BIZ UDPGothic',
  script: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  files: [
    import.meta.resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
    import.meta.resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf'),
  ],
}

const korean: Family = {
  name: 'NanumGothic',
  script: /\p{Script=Hangul}/u,
  files: [
    import.meta.resolve('@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf'),
    import.meta.resolve('@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf'),
  ],
}

const others: readonly Family[] = [
  {
    name: 'Noto Naskh Arabic',
    script: /\p{Script=Arabic}/u,
    files: [
      beside(import.meta.resolve('@embedpdf/fonts-arabic'), 'NotoNaskhArabic-Regular.ttf'),
      beside(import.meta.resolve('@embedpdf/fonts-arabic'), 'NotoNaskhArabic-Bold.ttf'),
    ],
  },
  {
    name: 'Noto Sans Hebrew',
    script: /\p{Script=Hebrew}/u,
    files: [
      beside(import.meta.resolve('@embedpdf/fonts-hebrew'), 'NotoSansHebrew-Regular.ttf'),
      beside(import.meta.resolve('@embedpdf/fonts-hebrew'), 'NotoSansHebrew-Bold.ttf'),
    ],
  },
  {
    name: 'Noto Sans Thai',
    script: /\p{Script=Thai}/u,
    files: [
      import.meta
        .resolve('@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf'),
      import.meta
        .resolve('@expo-google-fonts/noto-sans-thai/600SemiBold/NotoSansThai_600SemiBold.ttf'),
    ],
  },
  {
    name: 'Noto Sans Devanagari',
    script: /\p{Script=Devanagari}/u,
    files: [
      import.meta
        .resolve('@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf'),
      import.meta
        .resolve('@expo-google-fonts/noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf'),
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
  Promise.all(choice.files.map((file) => readFile(new URL(file))))
