import { createContext, useContext } from 'react'
import type { Language } from '../messages/index.ts'
import { colours, sizesAt, type Density, type Mode } from './tokens.ts'

/** How the program looks to one person; kept in the browser at once and with the user when signed in. */
export type Appearance = { readonly mode: Mode | 'system'; readonly density: Density; readonly scale: number; readonly language: Language }

const storageKey = 'appearance'
export const scales = [1, 1.25, 1.5] as const
const standard: Appearance = { mode: 'system', density: 'comfortable', scale: 1, language: 'zh' }

/** Reads what was stored, taking only what is understood. */
export function readAppearance(stored: string | null): Appearance {
  if (stored === null) return standard
  try {
    const given: Partial<Record<keyof Appearance, unknown>> = JSON.parse(stored)
    return {
      mode: given.mode === 'light' || given.mode === 'dark' ? given.mode : 'system',
      density: given.density === 'dense' ? 'dense' : 'comfortable',
      scale: scales.find((scale) => scale === given.scale) ?? 1,
      language: given.language === 'en' ? 'en' : 'zh',
    }
  } catch {
    return standard
  }
}

export function storedAppearance(): Appearance {
  return readAppearance(localStorage.getItem(storageKey))
}

export function storeAppearance(appearance: Appearance): void {
  localStorage.setItem(storageKey, JSON.stringify(appearance))
}

/** Another window of this seat changed how it looks. Answers how to stop listening. */
export function whenStoredElsewhere(take: (appearance: Appearance) => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === storageKey) take(readAppearance(event.newValue))
  }
  window.addEventListener('storage', listen)
  return () => window.removeEventListener('storage', listen)
}

export function modeOf(appearance: Appearance): Mode {
  if (appearance.mode !== 'system') return appearance.mode
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Writes the tokens as CSS variables onto the document: `--accent`, `--size-body`, … */
export function paint(appearance: Appearance): void {
  const root = document.documentElement
  const mode = modeOf(appearance)
  for (const [name, value] of Object.entries(colours[mode])) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value)
  }
  for (const [name, value] of Object.entries(sizesAt(appearance.density, appearance.scale)))
    root.style.setProperty(`--size-${name}`, `${value}px`)
  root.style.setProperty('--scale', String(appearance.scale))
  root.style.colorScheme = mode
  root.dataset.mode = mode
  root.dataset.density = appearance.density
  root.lang = appearance.language === 'en' ? 'en' : 'zh-CN'
}

export type AppearanceControl = {
  readonly appearance: Appearance
  readonly mode: Mode
  readonly change: (part: Partial<Appearance>) => void
}

export const AppearanceContext = createContext<AppearanceControl>({ appearance: standard, mode: 'light', change: () => undefined })

export function useAppearance(): AppearanceControl {
  return useContext(AppearanceContext)
}
