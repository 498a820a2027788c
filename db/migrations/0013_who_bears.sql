ALTER TABLE `returned_parts` ADD `bearer` text;--> statement-breakpoint
ALTER TABLE `work_order_outings` ADD `charge_mode` text DEFAULT 'warranty' NOT NULL;--> statement-breakpoint
-- the paper charges a lost old part to the station; until now outings were the customer's on a paid order only
UPDATE `returned_parts` SET `bearer` = 'station' WHERE `status` = 'lost';--> statement-breakpoint
UPDATE `work_order_outings` SET `charge_mode` = 'paid' WHERE `work_order_id` IN (SELECT `id` FROM `work_orders` WHERE `nature` = 'paid');
