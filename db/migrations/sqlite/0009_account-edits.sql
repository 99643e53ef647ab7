ALTER TABLE `account` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `account` ADD `edited_as` text;