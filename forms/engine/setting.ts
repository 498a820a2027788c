import { mmPerPoint } from '#domain/paper-stock'
import type { Metrics } from './metrics.ts'
import { leading } from './page.ts'
import { halfLine, type Profile } from './profiles.ts'

/**
 * How type is set on a sheet. `fixedPitch`: lines stand at the pitch of a dot-matrix printer and heights are halves of it;
 * `smallest`: pt a text shrinks to before its cell grows; `blackOnly`: no colours, greys and hairlines; `dataOnly`: 套打,
 * only what is filled in, each value at its place on the stock, where no cell can grow.
 */
export type Setting = {
  readonly metrics: Metrics
  readonly fixedPitch: boolean
  readonly smallest: number
  readonly blackOnly: boolean
  readonly dataOnly: boolean
}

/** Laser printers: 7 pt is legible (settled.md 22). Needles make 24 dots of a character; below 8 pt the third ply is a blot. */
export function settingFor(metrics: Metrics, { continuous }: Pick<Profile, 'continuous'>, dataOnly = false): Setting {
  return { metrics, fixedPitch: continuous, smallest: continuous ? 8 : 7, blackOnly: continuous, dataOnly }
}

const rounding = 0.001

/** Distance of the lines of a text of this size, mm. */
export function lineHeight({ fixedPitch }: Pick<Setting, 'fixedPitch'>, size: number): number {
  if (!fixedPitch) return size * leading * mmPerPoint
  return Math.max(2, Math.ceil((size * mmPerPoint) / halfLine - rounding)) * halfLine
}

/** The height a form asks for, as this sheet has it. */
export function heightOn({ fixedPitch }: Setting, mm: number): number {
  return fixedPitch ? Math.max(2, Math.round(mm / halfLine)) * halfLine : mm
}

/** The least height of this sheet that holds `mm`. */
export function heightFor({ fixedPitch }: Setting, mm: number): number {
  return fixedPitch ? Math.ceil(mm / halfLine - rounding) * halfLine : mm
}

const quarterLine = halfLine / 2

/** Where a text begins in the free height above it; at a fixed pitch all lines of a sheet stand at quarters of it. */
export function startIn({ fixedPitch }: Setting, free: number): number {
  return fixedPitch ? Math.max(0, Math.floor(free / quarterLine + rounding)) * quarterLine : free
}
