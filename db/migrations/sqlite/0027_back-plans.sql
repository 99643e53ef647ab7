CREATE TABLE `back_plan_version` (
	`region` text NOT NULL,
	`year` integer NOT NULL,
	`indicator` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`action` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`actor` text,
	`acted_as` text NOT NULL,
	`plan` text NOT NULL,
	PRIMARY KEY(`region`, `year`, `indicator`, `number`),
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator`) REFERENCES `indicator`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
