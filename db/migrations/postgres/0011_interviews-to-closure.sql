CREATE TABLE "escalation" (
	"id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"step" text NOT NULL,
	"step_zh" text NOT NULL,
	"step_en" text NOT NULL,
	"taken_on" text NOT NULL,
	"document_number" text NOT NULL,
	"reason" text NOT NULL,
	"at" text NOT NULL,
	"author" text,
	"authored_as" json NOT NULL,
	"origin" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interview_template" (
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"at" text NOT NULL,
	"author" text,
	"authored_as" json NOT NULL,
	"reason" text NOT NULL,
	"requirements" json,
	"ladder" json,
	CONSTRAINT "interview_template_kind_version_pk" PRIMARY KEY("kind","version")
);
--> statement-breakpoint
CREATE TABLE "interview_version" (
	"interview" text NOT NULL,
	"number" integer NOT NULL,
	"at" text NOT NULL,
	"actor" text,
	"acted_as" json NOT NULL,
	"action" text NOT NULL,
	"reason" text NOT NULL,
	"held_on" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"notice_zh" text NOT NULL,
	"notice_en" text NOT NULL,
	"details" json NOT NULL,
	"origin" text NOT NULL,
	CONSTRAINT "interview_version_interview_number_pk" PRIMARY KEY("interview","number")
);
--> statement-breakpoint
ALTER TABLE "checklist_item" DROP CONSTRAINT "checklist_item_item_requirement_item_key_fk";
--> statement-breakpoint
ALTER TABLE "checklist_event" ADD COLUMN "detail" json;--> statement-breakpoint
ALTER TABLE "interview" ADD COLUMN "state" text DEFAULT 'held' NOT NULL;--> statement-breakpoint
ALTER TABLE "interview" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "interview" ADD COLUMN "details" json;--> statement-breakpoint
ALTER TABLE "requirement_item" ADD COLUMN "owner" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "requirement_item" ADD COLUMN "due_after_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "requirement_item" ADD COLUMN "evidence" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_author_account_id_fk" FOREIGN KEY ("author") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview_template" ADD CONSTRAINT "interview_template_author_account_id_fk" FOREIGN KEY ("author") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview_version" ADD CONSTRAINT "interview_version_interview_interview_id_fk" FOREIGN KEY ("interview") REFERENCES "public"."interview"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview_version" ADD CONSTRAINT "interview_version_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;