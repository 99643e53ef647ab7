CREATE TABLE `project_version` (
	`project` text NOT NULL,
	`number` integer NOT NULL,
	`action` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`actor` text,
	`acted_as` text NOT NULL,
	`name` text NOT NULL,
	`county` text NOT NULL,
	`address` text NOT NULL,
	`owner` text NOT NULL,
	`permit` text,
	`unit` text NOT NULL,
	`building_type` text NOT NULL,
	`structure` text NOT NULL,
	`total_area` integer NOT NULL,
	`above_ground_area` integer,
	`prefabricated_area` integer,
	`decorated_area` integer,
	`assembly_rate` integer,
	`standard` text,
	`assembled_decoration` integer,
	`green_stars` integer,
	`bim` integer,
	`land_planned` text,
	`land_actual` text,
	`permit_planned` text,
	`permit_actual` text,
	`start_planned` text,
	`start_actual` text,
	`completion_planned` text,
	`completion_actual` text,
	`recognition` text NOT NULL,
	`recognised_on` text,
	`remarks` text NOT NULL,
	PRIMARY KEY(`project`, `number`),
	FOREIGN KEY (`project`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `project` (
	`id` text PRIMARY KEY NOT NULL,
	`region` text NOT NULL,
	`version` integer NOT NULL,
	`key` text,
	`origin` text NOT NULL,
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `project_key` ON `project` (`key`);--> statement-breakpoint
CREATE INDEX `project_region` ON `project` (`region`);--> statement-breakpoint
ALTER TABLE `attachment` ADD `project` text REFERENCES project(id);--> statement-breakpoint
CREATE INDEX `attachment_project` ON `attachment` (`project`);