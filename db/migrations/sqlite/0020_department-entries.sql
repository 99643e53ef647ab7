CREATE TABLE `load` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text,
	`reason` text NOT NULL,
	`loaded_by` text,
	`loaded_as` text NOT NULL,
	`loaded_at` text NOT NULL,
	FOREIGN KEY (`loaded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `submission_version` ADD `load` text REFERENCES load(id);--> statement-breakpoint
CREATE INDEX `submission_version_load` ON `submission_version` (`load`);--> statement-breakpoint
ALTER TABLE `target_change` ADD `document_date` text;--> statement-breakpoint
ALTER TABLE `target_change` ADD `withdrawn_by` text REFERENCES account(id);--> statement-breakpoint
ALTER TABLE `target_change` ADD `withdrawn_as` text;--> statement-breakpoint
ALTER TABLE `target_change` ADD `withdrawn_at` text;--> statement-breakpoint
ALTER TABLE `target_change` ADD `withdraw_reason` text;