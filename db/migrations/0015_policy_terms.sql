CREATE TABLE `policy_terms` (
	`id` integer PRIMARY KEY NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`code` text NOT NULL,
	`valid_from` text NOT NULL,
	`terms` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `policy_terms_start` ON `policy_terms` (`manufacturer_id`,`code`,`valid_from`);