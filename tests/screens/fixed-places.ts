import { dialog, opened, rowsIn } from './acts.ts'
import type { Place } from './place.ts'

/** Screens that need no record of their own. */
export const homes: readonly Place[] = [
  { name: 'home', path: '/', ready: '#section-desk section' },
  { name: 'home-clocks', path: '/?view=clocks', ready: '#section-desk' },
  ...(['reception', 'technician', 'partsKeeper', 'claimClerk'] as const).map((role): Place => ({
    name: `home-${role}`,
    path: '/',
    ready: '#section-desk',
    role,
  })),
]

export const settings: readonly Place[] = [
  ...['station', 'people', 'numbers', 'printing', 'backups', 'seats', 'appearance', 'samples', 'about'].map((part): Place => ({
    name: `settings-${part}`,
    path: `/settings?part=${part}`,
    ready: '.settings-part section',
  })),
  {
    name: 'settings-user',
    path: '/settings?part=people',
    ready: '.settings-part tbody tr',
    act: (page) => opened(page, 'Control+n', dialog),
  },
]

export const catalogues: readonly Place[] = [
  { name: 'catalogue', path: '/catalogue', ready: rowsIn },
  { name: 'catalogue-part', path: '/catalogue?part=1', ready: rowsIn },
  ...['prices', 'labour', 'faults', 'models', 'technicians', 'outlets', 'holidays'].map((view): Place => ({
    name: `catalogue-${view}`,
    path: `/catalogue?view=${view}`,
    ready: '.record-grid .ag-cell, .record-grid .grid-empty',
  })),
  { name: 'catalogue-new', path: '/catalogue?view=labour', ready: rowsIn, act: (page) => opened(page, 'Alt+n', '.record-editor input') },
  { name: 'catalogue-columns', path: '/catalogue', ready: rowsIn, act: (page) => opened(page, 'Control+Shift+L', '.column-choice') },
  { name: 'catalogue-filter', path: '/catalogue', ready: rowsIn, act: (page) => opened(page, 'Control+Shift+F', '.filter-editor') },
  { name: 'catalogue-views', path: '/catalogue', ready: rowsIn, act: (page) => opened(page, 'Control+Shift+Y', '.view-list') },
  { name: 'catalogue-policy-new', path: '/catalogue?view=policies&policy=new', ready: '#section-limits' },
  { name: 'catalogue-policy-version', path: '/catalogue?view=policies&version=1', ready: '#section-limits' },
  { name: 'catalogue-policy-terms', path: '/catalogue?view=policies&policy=1&part=terms', ready: '#section-terms' },
  {
    name: 'catalogue-policy-terms-new',
    path: '/catalogue?view=policies&policy=1&part=terms&terms=new',
    ready: '#section-terms',
    act: (page) => page.locator('#section-terms').evaluate((section) => section.scrollIntoView()),
  },
  { name: 'catalogue-manufacturer', path: '/catalogue?view=manufacturers&maker=1', ready: 'main.page section' },
  ...['manufacturers', 'policies'].map((view): Place => ({
    name: `catalogue-${view}`,
    path: `/catalogue?view=${view}`,
    ready: 'main.page section',
  })),
]

/** Lists before anything was entered: each says what to do. */
export const emptyPlaces: readonly Place[] = [
  { name: 'empty-home', path: '/', ready: 'main.page section' },
  ...['work-orders', 'requests', 'old-parts', 'claims', 'customers', 'papers', 'register', 'catalogue'].map((page): Place => ({
    name: `empty-${page}`,
    path: `/${page}`,
    ready: '.grid-empty',
  })),
  { name: 'empty-manifests', path: '/old-parts?view=manifests', ready: '.grid-empty' },
]
