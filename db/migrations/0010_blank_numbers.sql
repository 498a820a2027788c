CREATE TABLE `blank_numbers` (
	`id` integer PRIMARY KEY NOT NULL,
	`pack_id` integer NOT NULL,
	`form` text NOT NULL,
	`number` text NOT NULL,
	`sequence` integer NOT NULL,
	`status` text NOT NULL,
	`subject_kind` text,
	`subject_id` integer,
	`paper_id` integer,
	`closed_at` text,
	`closed_by` integer,
	`close_reason` text DEFAULT '' NOT NULL,
	`print_count` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`pack_id`) REFERENCES `blank_packs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paper_id`) REFERENCES `issued_papers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `blank_numbers_number` ON `blank_numbers` (`form`,`number`);--> statement-breakpoint
CREATE INDEX `blank_numbers_pack` ON `blank_numbers` (`pack_id`,`status`);--> statement-breakpoint
CREATE INDEX `blank_numbers_subject` ON `blank_numbers` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `blank_numbers_paper` ON `blank_numbers` (`paper_id`);--> statement-breakpoint
CREATE TABLE `blank_packs` (
	`id` integer PRIMARY KEY NOT NULL,
	`form` text NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`period` text NOT NULL,
	`count` integer NOT NULL,
	`reason` text NOT NULL,
	`holder` text NOT NULL,
	`due_on` text NOT NULL,
	`created_at` text NOT NULL,
	`created_on` text NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `blank_packs_due` ON `blank_packs` (`due_on`);--> statement-breakpoint
CREATE TABLE `blank_prints` (
	`id` integer PRIMARY KEY NOT NULL,
	`blank_id` integer NOT NULL,
	`times` integer NOT NULL,
	`at` text NOT NULL,
	`user_id` integer,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`blank_id`) REFERENCES `blank_numbers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `blank_prints_blank` ON `blank_prints` (`blank_id`);--> statement-breakpoint
ALTER TABLE `issued_papers` ADD `from_blank` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- A number set aside keeps its place; what became of it stays (reliability.md D.4).
CREATE TRIGGER blank_numbers_frozen BEFORE UPDATE ON blank_numbers
WHEN new.form IS NOT old.form OR new.number IS NOT old.number OR new.sequence IS NOT old.sequence OR new.pack_id IS NOT old.pack_id
  OR (old.status <> 'open' AND new.status IS NOT old.status) OR (old.paper_id IS NOT NULL AND new.paper_id IS NOT old.paper_id)
BEGIN SELECT raise(ABORT, 'a number set aside never changes'); END;
--> statement-breakpoint
CREATE TRIGGER blank_numbers_kept BEFORE DELETE ON blank_numbers
BEGIN SELECT raise(ABORT, 'a number set aside is never deleted'); END;
--> statement-breakpoint
-- never a second paper under one number: a number set aside is entered, then its paper is stored
CREATE TRIGGER issued_papers_not_on_blanks BEFORE INSERT ON issued_papers
WHEN EXISTS (SELECT 1 FROM blank_numbers b WHERE b.form = new.form AND b.number = new.number AND (b.status <> 'entered' OR b.paper_id IS NOT NULL))
BEGIN SELECT raise(ABORT, 'the number is set aside for a blank'); END;
--> statement-breakpoint
CREATE TRIGGER blank_numbers_not_on_papers BEFORE INSERT ON blank_numbers
WHEN EXISTS (SELECT 1 FROM issued_papers p WHERE p.form = new.form AND p.number = new.number)
BEGIN SELECT raise(ABORT, 'a paper has the number'); END;
--> statement-breakpoint
-- 单据登记簿: every number of the forms and what became of it. Papers have even ids, numbers without a paper odd ones.
CREATE VIEW number_register AS
SELECT p.id * 2 AS id, p.form AS form, p.number AS number, p.period AS period, p.sequence AS sequence,
  CASE p.period WHEN 'all' THEN substr(p.issued_on, 1, 4) ELSE substr(p.period, 1, 4) END AS year,
  CASE WHEN p.status = 'voided' THEN 'voided' WHEN p.from_blank THEN 'entered' ELSE 'issued' END AS state,
  p.subject AS subject, p.print_count + coalesce(b.print_count, 0) AS print_count, p.issued_at AS at, p.issued_by AS by_id, p.voided_at AS closed_at, p.voided_by AS closer_id, p.void_reason AS reason,
  coalesce(k.holder, '') AS holder, NULL AS due_on, p.id AS paper_id, b.id AS blank_id, k.id AS pack_id
FROM issued_papers p LEFT JOIN blank_numbers b ON b.paper_id = p.id LEFT JOIN blank_packs k ON k.id = b.pack_id
UNION ALL
SELECT b.id * 2 + 1, b.form, b.number, k.period, b.sequence, CASE k.period WHEN 'all' THEN substr(k.created_on, 1, 4) ELSE substr(k.period, 1, 4) END,
  CASE WHEN b.status = 'returned' THEN 'returned' WHEN k.purpose = 'recover' THEN 'recovering' ELSE 'blank' END,
  '', b.print_count, k.created_at, k.created_by, b.closed_at, b.closed_by, CASE b.status WHEN 'returned' THEN b.close_reason ELSE k.reason END,
  k.holder, CASE b.status WHEN 'open' THEN k.due_on END, NULL, b.id, k.id
FROM blank_numbers b JOIN blank_packs k ON k.id = b.pack_id WHERE b.status <> 'entered';
