import { expect, test } from 'vitest'
import { strictTables } from '../../build/db-generate.mjs'

test('every generated table becomes STRICT, other statements stay as they are', () => {
  const generated =
    'CREATE TABLE `a` (\n\t`id` integer PRIMARY KEY NOT NULL\n);\n--> statement-breakpoint\nCREATE UNIQUE INDEX `a_id` ON `a` (`id`);--> statement-breakpoint\nCREATE TABLE `__new_b` (\n\t`id` integer\n);\n'
  const strict =
    'CREATE TABLE `a` (\n\t`id` integer PRIMARY KEY NOT NULL\n) STRICT;\n--> statement-breakpoint\nCREATE UNIQUE INDEX `a_id` ON `a` (`id`);--> statement-breakpoint\nCREATE TABLE `__new_b` (\n\t`id` integer\n) STRICT;\n'
  expect(strictTables(generated)).toBe(strict)
  expect(strictTables(strict)).toBe(strict)
})
