ALTER TABLE "submission_version" ADD COLUMN "absences" json;--> statement-breakpoint
ALTER TABLE "submission_version" ADD COLUMN "words" json;