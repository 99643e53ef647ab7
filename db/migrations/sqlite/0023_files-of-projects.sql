PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`interview` text,
	`region` text,
	`item` text,
	`project` text,
	`name` text NOT NULL,
	`content_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`attached_at` text NOT NULL,
	`attached_by` text,
	`attached_as` text NOT NULL,
	`attached_for` text NOT NULL,
	`removed_at` text,
	`removed_by` text,
	`removed_as` text,
	`removal_reason` text,
	FOREIGN KEY (`interview`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attached_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`interview`,`region`,`item`) REFERENCES `checklist_item`(`interview`,`region`,`item`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_attachment`("id", "interview", "region", "item", "project", "name", "content_type", "bytes", "sha256", "attached_at", "attached_by", "attached_as", "attached_for", "removed_at", "removed_by", "removed_as", "removal_reason") SELECT "id", "interview", "region", "item", "project", "name", "content_type", "bytes", "sha256", "attached_at", "attached_by", "attached_as", "attached_for", "removed_at", "removed_by", "removed_as", "removal_reason" FROM `attachment`;--> statement-breakpoint
DROP TABLE `attachment`;--> statement-breakpoint
ALTER TABLE `__new_attachment` RENAME TO `attachment`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `attachment_of` ON `attachment` (`interview`,`region`,`item`);--> statement-breakpoint
CREATE INDEX `attachment_project` ON `attachment` (`project`);