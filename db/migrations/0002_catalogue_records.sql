CREATE TABLE `part_prices` (
	`id` integer PRIMARY KEY NOT NULL,
	`part_id` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`price_fen` integer NOT NULL,
	`retail_price_fen` integer,
	`source` text DEFAULT '' NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `part_prices_start` ON `part_prices` (`part_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `outlets` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outlets_code` ON `outlets` (`code`);--> statement-breakpoint
DROP INDEX `policies_code`;--> statement-breakpoint
ALTER TABLE `policies` ADD `active` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `policies_version` ON `policies` (`manufacturer_id`,`code`,`valid_from`);--> statement-breakpoint
ALTER TABLE `fault_codes` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `labour_codes` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `manufacturers` ADD `active` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `holidays` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `technicians` ADD `outlet_id` integer REFERENCES outlets(id);