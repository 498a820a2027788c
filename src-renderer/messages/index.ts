import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Problem } from '#domain/errors'
import { fillIn, type Sentence } from '#domain/sentences/index'
import * as words from '#domain/words'
import { attachments as attachmentsEn } from './en/attachments.ts'
import { frame as frameEn } from './en/frame.ts'
import { catalogue as catalogueEn } from './en/catalogue.ts'
import { claims as claimsEn } from './en/claims.ts'
import { imports as importsEn } from './en/import.ts'
import { oldParts as oldPartsEn } from './en/old-parts.ts'
import { makerSheets as makerSheetsEn } from './en/maker-sheets.ts'
import { numbers as numbersEn } from './en/numbers.ts'
import { papers as papersEn } from './en/papers.ts'
import { pastEn } from './en/past.ts'
import { forms as formsEn } from './en/forms.ts'
import { formNames as formNamesEn } from './en/form-names.ts'
import { printing as printingEn } from './en/printing.ts'
import { requests as requestsEn } from './en/requests.ts'
import { settings as settingsEn } from './en/settings.ts'
import { customers as customersEn } from './en/customers.ts'
import { grid as gridEn } from './en/grid.ts'
import { help as helpEn } from './en/help.ts'
import { home as homeEn } from './en/home.ts'
import { keys as keysEn } from './en/keys.ts'
import { session as sessionEn } from './en/session.ts'
import { trouble as troubleEn } from './en/trouble.ts'
import { ui as uiEn } from './en/ui.ts'
import { workOrders as workOrdersEn } from './en/work-orders.ts'
import { wordsEn } from './en/words.ts'
import { fillInEnglish } from './english.ts'
import { sentenceIn, type Language, type WordTable } from './sentence-words.ts'
import { attachments } from './zh/attachments.ts'
import { frame } from './zh/frame.ts'
import { catalogue } from './zh/catalogue.ts'
import { claims } from './zh/claims.ts'
import { imports } from './zh/import.ts'
import { oldParts } from './zh/old-parts.ts'
import { makerSheets } from './zh/maker-sheets.ts'
import { numbers } from './zh/numbers.ts'
import { papers } from './zh/papers.ts'
import { forms } from './zh/forms.ts'
import { formNames } from './zh/form-names.ts'
import { printing } from './zh/printing.ts'
import { requests } from './zh/requests.ts'
import { settings } from './zh/settings.ts'
import { customers } from './zh/customers.ts'
import { grid } from './zh/grid.ts'
import { help } from './zh/help.ts'
import { home } from './zh/home.ts'
import { keys } from './zh/keys.ts'
import { session } from './zh/session.ts'
import { trouble } from './zh/trouble.ts'
import { ui } from './zh/ui.ts'
import { workOrders } from './zh/work-orders.ts'

export { sentenceIn, type Language, type WordTable }

/**
 * Words of the interface: one file per feature and language. Chinese is the source; an English file ends with
 * `satisfies Record<keyof typeof zh, string>`, so a missing key does not compile. A new feature adds its two imports
 * and one line in each table here.
 */
const zh = {
  trouble,
  attachments,
  oldParts,
  requests,
  settings,
  papers,
  numbers,
  forms,
  makerSheets,
  formNames,
  printing,
  imports,
  claims,
  catalogue,
  frame,
  grid,
  help,
  home,
  keys,
  session,
  ui,
  workOrders,
  customers,
}
const en = {
  trouble: troubleEn,
  attachments: attachmentsEn,
  oldParts: oldPartsEn,
  requests: requestsEn,
  settings: settingsEn,
  papers: papersEn,
  numbers: numbersEn,
  forms: formsEn,
  makerSheets: makerSheetsEn,
  formNames: formNamesEn,
  printing: printingEn,
  imports: importsEn,
  claims: claimsEn,
  catalogue: catalogueEn,
  frame: frameEn,
  grid: gridEn,
  help: helpEn,
  home: homeEn,
  keys: keysEn,
  session: sessionEn,
  ui: uiEn,
  workOrders: workOrdersEn,
  customers: customersEn,
} satisfies Record<keyof typeof zh, object>

type Messages = typeof zh
export type Feature = keyof Messages
export type TextKey<F extends Feature> = keyof Messages[F] & string
type Params = Readonly<Record<string, string | number>>

/** Chrome words of one feature; `{name}` places are filled from `params`. */
export type Text<F extends Feature> = (key: TextKey<F>, params?: Params) => string

export async function startMessages(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh, en },
    ns: Object.keys(zh),
    defaultNS: 'ui',
    keySeparator: false,
    nsSeparator: false,
    react: { useSuspense: false },
  })
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'zh'
}

export function useText<F extends Feature>(feature: F): Text<F> {
  const { t } = useTranslation(feature)
  const fill = useLanguage() === 'en' ? fillInEnglish : fillIn
  // Keys are checked by our own type, so i18next's (which wants a global declaration) is put aside; places are filled as in sentences.
  return useCallback(
    (key, params = {}) =>
      fill((t as (key: string, options: { readonly skipInterpolation: true }) => string)(key, { skipInterpolation: true }), params),
    [t, fill],
  )
}

/** The word of a code in the current language; an unknown code is shown as it is. */
export type Word = (table: WordTable, code: string | null) => string

export function wordIn(language: Language, table: WordTable, code: string | null): string {
  if (code === null) return ''
  const chosen: Readonly<Record<string, string>> = language === 'en' ? wordsEn[table] : words[table]
  return chosen[code] ?? code
}

export function useWord(): Word {
  const language = useLanguage()
  return useCallback((table, code) => wordIn(language, table, code), [language])
}

/** A step's word as its history says it: English tells what was done. */
export function usePast(): (step: string) => string {
  const language = useLanguage()
  return useCallback((step) => (language === 'en' ? (pastEn[step] ?? step) : step), [language])
}

/** Puts a Sentence or Problem into words in the current language. */
export function useSentence(): (said: Sentence | Problem) => string {
  const language = useLanguage()
  return useCallback((said) => sentenceIn(language, said), [language])
}
